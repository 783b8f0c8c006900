import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import {
  blockDatabase,
  clickCounts,
  stored,
  storedWithin,
  WebProcess,
} from '#tests/fault/clicks_server'
import { makeProgram } from '#tests/support/world'

const ROUNDS = 3 * Number(process.env.TEST_SCALE ?? 1)

test.group('The web process ends under load', () => {
  test('kill -9 loses no click that was answered', async ({ assert, cleanup }) => {
    const { link, workspace } = await makeProgram()
    const answered: string[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const web = await new WebProcess().start()
      cleanup(() => web.end('SIGKILL'))
      const hammering = web.hammer(link.refParam)
      await sleep(200 + Math.random() * 600)
      await web.end('SIGKILL')
      answered.push(...(await hammering))
    }
    assert.isAbove(answered.length, 0)
    assert.equal(new Set(answered).size, answered.length)
    assert.equal(await stored(answered), answered.length)
    const { rolled, stored: rows } = await clickCounts(workspace)
    assert.deepEqual(rolled, rows)
  })

  test('kill -9 with the database away loses none: the next start replays them', async ({
    assert,
    cleanup,
  }) => {
    const { link, workspace } = await makeProgram()
    const web = await new WebProcess().start()
    cleanup(() => web.end('SIGKILL'))
    const before = await web.hammer(link.refParam, { visitors: 4, visits: 20 })
    await clickCounts(workspace)

    const block = await blockDatabase()
    cleanup(() => block.release())
    const hammering = web.hammer(link.refParam)
    await sleep(1_500)
    await web.end('SIGKILL')
    const during = await hammering
    await block.release()
    assert.isAbove(during.length, 0)
    assert.isBelow(await stored(during), during.length)

    const next = await new WebProcess().start()
    cleanup(() => next.end('SIGKILL'))
    assert.equal(await storedWithin(20_000, [...before, ...during]), before.length + during.length)
    const { rolled, stored: rows } = await clickCounts(workspace)
    assert.deepEqual(rolled, rows)
  })

  test('SIGTERM stores what was begun', async ({ assert, cleanup }) => {
    const { link } = await makeProgram()
    const web = await new WebProcess().start()
    cleanup(() => web.end('SIGKILL'))
    const hammering = web.hammer(link.refParam)
    await sleep(500)
    await web.end('SIGTERM')
    const answered = await hammering
    assert.isAbove(answered.length, 0)
    assert.equal(await stored(answered), answered.length)
  })
})
