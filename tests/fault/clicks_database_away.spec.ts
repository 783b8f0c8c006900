import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { blockDatabase, stored, storedWithin } from '#tests/fault/clicks_server'
import { recorder } from '#tracking/recorder'
import { makeProgram } from '#tests/support/world'
import { clickIdOf, visit } from '#tests/functional/tracking/visits'

test.group('The database is away', (group) => {
  group.setup(() => testUtils.httpServer().start())

  test('every visitor is redirected in time, and every click is stored afterwards', async ({
    assert,
    cleanup,
  }) => {
    const { link } = await makeProgram()
    await visit(`/r/${link.refParam}`)
    const before = recorder.metrics.clicks_spilled
    const block = await blockDatabase()
    cleanup(() => block.release())

    const ids: string[] = []
    let slowest = 0
    for (let round = 0; round < 20; round++) {
      const begun = performance.now()
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => visit(`/r/${link.refParam}`))
      )
      slowest = Math.max(slowest, performance.now() - begun)
      answers.forEach((answer) => assert.equal(answer.status, 302))
      ids.push(...answers.map(clickIdOf))
    }
    assert.isBelow(slowest, 1_500)
    assert.equal(recorder.metrics.clicks_spilled - before, 100)
    assert.isAbove(recorder.metrics.oldest_unflushed_ms, 0)
    assert.equal(await stored(ids), 0)

    await block.release()
    assert.equal(await storedWithin(15_000, ids), 100)
    assert.equal(recorder.metrics.clicks_lost, 0)

    const after = await visit(`/r/${link.refParam}`)
    assert.equal(await storedWithin(5_000, [clickIdOf(after)]), 1)
  }).timeout(60_000)
})
