import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { Busy } from '#tracking/click_store'
import { Recorder } from '#tracking/recorder'
import { SpillFile } from '#tracking/spill_file'
import { aClick } from '#tests/unit/tracking/clicks'
import type { ClickRow } from '#tracking/click_row'

/** A database that does as it is told. */
class Store {
  stored = new Map<string, ClickRow>()
  statements = 0
  away: 'no' | 'refuses' | 'hangs' | 'busy' = 'no'

  insert = async (take: () => ClickRow[]) => {
    if (this.away === 'hangs') await sleep(60_000, undefined, { ref: false })
    if (this.away === 'busy') throw new Busy()
    if (this.away === 'refuses') throw new Error('no database')
    this.statements++
    await sleep(1)
    for (const row of take()) this.stored.set(row[0], row)
  }
}

test.group('The click recorder', (group) => {
  let folder: string
  let store: Store
  let recorder: Recorder
  let toldLost = 0

  group.each.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tributary-recorder-'))
    store = new Store()
    toldLost = 0
    recorder = recorderOf(100_000)
    return async () => {
      await recorder.stop()
      await rm(folder, { recursive: true })
    }
  })

  function recorderOf(size: number, options: { patience?: number; most?: number } = {}) {
    const spill = new SpillFile(join(folder, 'spilled.bin'), size)
    return new Recorder({
      spill,
      insert: store.insert,
      tellLost: async (count) => void (toldLost += count),
      patience: 200,
      ...options,
    })
  }

  function record(count: number) {
    return Promise.all(Array.from({ length: count }, () => recorder.record(aClick())))
  }

  async function until(done: () => boolean) {
    while (!done()) await sleep(10)
  }

  test('stores the clicks of one turn with one statement', async ({ assert }) => {
    const fates = await record(20)
    assert.deepEqual(new Set(fates), new Set(['stored']))
    assert.equal(store.statements, 1)
    assert.equal(store.stored.size, 20)
    assert.equal(recorder.metrics.recorded, 20)
  })

  test('begins with many before their turn ends', async ({ assert }) => {
    const fates = record(100)
    assert.equal(store.statements, 1)
    assert.deepEqual(new Set(await fates), new Set(['stored']))
    assert.equal(store.stored.size, 100)
    assert.isAtMost(store.statements, 2)
  })

  test('answers after the statement, and what comes meanwhile makes the next', async ({
    assert,
  }) => {
    const first = recorder.record(aClick())
    await new Promise((turn) => setImmediate(turn))
    const second = record(10)
    assert.equal(store.stored.size, 0)
    await first
    await second
    assert.equal(store.stored.size, 11)
    assert.isAtMost(store.statements, 3)
  })

  for (const away of ['refuses', 'hangs', 'busy'] as const) {
    test(`a database that ${away} is not waited for, and gets its clicks when it is back`, async ({
      assert,
    }) => {
      store.away = away
      const fates = await record(20)
      assert.deepEqual(new Set(fates), new Set(['spilled']))
      assert.equal(recorder.metrics.clicks_spilled, 20)
      assert.isAbove(recorder.metrics.oldest_unflushed_ms, -1)

      store.away = 'no'
      if (away === 'hangs') return
      await until(() => store.stored.size === 20 && recorder.metrics.oldest_unflushed_ms === 0)
      assert.equal(store.stored.size, 20)
      const [fate] = await record(1)
      assert.equal(fate, 'stored')
      assert.equal(recorder.metrics.oldest_unflushed_ms, 0)
    })
  }

  test('while it is away nobody waits again', async ({ assert }) => {
    recorder = recorderOf(100_000, { patience: 600_000 })
    store.away = 'refuses'
    await record(1)
    store.away = 'hangs'
    assert.deepEqual(await record(5), Array(5).fill('spilled'))
  })

  test('what one process set aside is replayed by the next', async ({ assert }) => {
    store.away = 'refuses'
    await record(7)
    await recorder.stop()

    store.away = 'no'
    recorder = recorderOf(100_000)
    await recorder.start()
    await until(() => store.stored.size === 7)
    assert.equal(store.stored.size, 7)
  })

  test('what the spill file has no room for is counted as lost, and answered', async ({
    assert,
  }) => {
    recorder = recorderOf(1_000)
    store.away = 'refuses'
    const fates = await record(20)
    const lost = fates.filter((fate) => fate === 'lost').length
    assert.isAbove(lost, 0)
    assert.equal(recorder.metrics.clicks_lost, lost)
    assert.equal(recorder.metrics.clicks_spilled, 20 - lost)

    store.away = 'no'
    await until(() => toldLost > 0)
    assert.equal(toldLost, lost)
  })

  test('more than may wait go to the spill file at once', async ({ assert }) => {
    recorder = recorderOf(100_000, { most: 10 })
    const fates = await record(15)
    assert.lengthOf(fates, 15)
    assert.equal(fates.filter((fate) => fate === 'spilled').length, 11)
  })

  test('stopping waits for all that was not answered', async ({ assert }) => {
    const clicks = record(30)
    await recorder.stop()
    assert.equal(store.stored.size, 30)
    await clicks
  })
})
