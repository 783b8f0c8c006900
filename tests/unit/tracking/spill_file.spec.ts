import { truncateSync, writeFileSync } from 'node:fs'
import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { SpillFile } from '#tracking/spill_file'
import { aClick } from '#tests/unit/tracking/clicks'

test.group('The spill file', (group) => {
  let folder: string
  let path: string
  let opened: SpillFile[]

  group.each.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tributary-spill-'))
    path = join(folder, 'deep', 'spilled.bin')
    opened = []
    return async () => {
      await Promise.all(opened.map((spill) => spill.close()))
      await rm(folder, { recursive: true })
    }
  })

  async function spillOf(size = 100_000) {
    const spill = new SpillFile(path, size)
    opened.push(spill)
    await spill.open()
    return spill
  }

  async function rowsOf(spill: SpillFile, limit = 100) {
    const { rows } = await spill.peek(limit)
    return rows
  }

  test('takes its room on the disk before it is needed', async ({ assert }) => {
    await spillOf(3_000_000)
    const { size, blocks } = await stat(path)
    assert.equal(size, 3_000_000)
    assert.isAtLeast(blocks * 512, 3_000_000)
  })

  test('gives back what it was given, in order, also to the next process', async ({ assert }) => {
    const clicks = [aClick(), aClick(), aClick()]
    const spill = await spillOf()
    assert.equal(await spill.append(clicks.slice(0, 1)), 1)
    assert.equal(await spill.append(clicks.slice(1)), 2)
    assert.deepEqual(await rowsOf(spill), clicks)
    await spill.close()

    const later = await spillOf()
    assert.isFalse(later.empty)
    assert.deepEqual(await rowsOf(later, 2), clicks.slice(0, 2))
  })

  test('is empty again when all was forgotten, for the next process too', async ({ assert }) => {
    const spill = await spillOf()
    await spill.append([aClick(), aClick()])
    const first = await spill.peek(1)
    await spill.forget(first.end)
    assert.isFalse(spill.empty)

    const second = await spill.peek(10)
    assert.lengthOf(second.rows, 1)
    await spill.forget(second.end)
    assert.isTrue(spill.empty)
    await spill.close()
    const later = await spillOf()
    assert.isTrue(later.empty)
  })

  test('what was written before it was emptied never comes back', async ({ assert }) => {
    const spill = await spillOf()
    await spill.append([aClick(), aClick(), aClick()])
    const { end } = await spill.peek(10)
    await spill.forget(end)
    const click = aClick()
    await spill.append([click])
    await spill.close()

    const later = await spillOf()
    assert.deepEqual(await rowsOf(later), [click])
  })

  test('clicks that come while it is being emptied stay', async ({ assert }) => {
    const spill = await spillOf()
    await spill.append([aClick()])
    const { end } = await spill.peek(10)
    const click = aClick()
    await Promise.all([spill.append([click]), spill.forget(end)])
    assert.deepEqual(await rowsOf(spill), [click])
  })

  test('takes as many as there is room for, and says how many', async ({ assert }) => {
    const spill = await spillOf(1_000)
    const taken = await spill.append(Array.from({ length: 20 }, aClick))
    assert.isAbove(taken, 0)
    assert.isBelow(taken, 20)
    assert.equal(await spill.append([aClick()]), 0)
    assert.lengthOf(await rowsOf(spill), taken)
  })

  test('a write that was cut short is left out, what came before it stays', async ({ assert }) => {
    const spill = await spillOf()
    const clicks = [aClick(), aClick()]
    await spill.append(clicks)
    const { end } = await spill.peek(1)
    await spill.close()
    const file = await open(path, 'r+')
    await file.write(Buffer.from('!!!!'), 0, 4, end + 20)
    await file.close()

    const later = await spillOf()
    assert.deepEqual(await rowsOf(later), clicks.slice(0, 1))
  })

  test('a file of any bytes is taken for empty', async ({ assert }) => {
    await spillOf().then((spill) => spill.close())
    writeFileSync(path, Buffer.alloc(5_000, 0xff))
    const spill = await spillOf()
    assert.isTrue(spill.empty)
    await spill.close()
    truncateSync(path, 3)
    const short = await spillOf()
    assert.isTrue(short.empty)
  })
})
