import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import fc from 'fast-check'
import { clock } from '#core/clock'
import { command } from '#tests/support/money_model/commands'
import { scale, seed } from '#tests/support/seed'
import { START, World, type Command } from '#tests/support/money_model/world'
import type { Assert } from '@japa/assert'

/** With TEST_SEED a list that fails is made as short as can be. */
test.group('Whatever happens, in whatever order', () => {
  test(`the books balance and each affiliate has what is theirs (seed ${seed})`, async ({
    assert,
  }) => {
    const commands = fc.array(command, { minLength: 40, maxLength: 40 })
    const property = fc.asyncProperty(commands, async (list) => {
      const rollBack = await testUtils.db().wrapInGlobalTransaction()
      try {
        await play(list, assert)
      } finally {
        await rollBack()
      }
    })
    await fc.assert(property, {
      numRuns: 60 * scale,
      endOnFailure: process.env.TEST_SEED === undefined,
    })
  }).disableTimeout()
})

async function play(commands: Command[], assert: Assert) {
  const world = await clock.at(START, () => World.begin())
  await world.do({ ...commands[0], verb: 'terms' })
  for (const each of commands) {
    const isDone = await world.do(each)
    const after = `after ${JSON.stringify(each)}`
    if (isDone) assert.deepEqual(await world.breaks(), [], after)
    assert.deepEqual(await world.promised(), world.expectedPromised(), after)
    assert.deepEqual(await world.balances(), world.expectedBalances(), after)
  }
  const { breaks, missingTriggers } = await world.verdict()
  assert.deepEqual([breaks, missingTriggers], [[], []])
}
