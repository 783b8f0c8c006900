import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import fc from 'fast-check'
import { clock } from '#core/clock'
import { command } from '#tests/support/money_model/commands'
import { START, World, type Command } from '#tests/support/money_model/world'
import type { Assert } from '@japa/assert'

/**
 * The same commands each time; a longer run (TEST_SCALE) tries others. With TEST_SEED those of a seed are done again, and
 * a list that fails is made as short as can be.
 */
const scale = Number(process.env.TEST_SCALE ?? 1)
const seed = Number(process.env.TEST_SEED ?? (scale > 1 ? Date.now() % 1_000_000 : 20_260_320))

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
      seed,
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
