import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import fc from 'fast-check'
import { World, type Command, verbs } from '#tests/support/money_model'

const scale = Number(process.env.TEST_SCALE ?? 1)
const seed = Number(process.env.TEST_SEED ?? Date.now() % 1_000_000)

const command: fc.Arbitrary<Command> = fc.record({
  verb: fc.constantFrom(...verbs),
  which: fc.nat(20),
  share: fc.integer({ min: 1, max: 10_000 }),
  days: fc.nat(40),
})

test.group('Whatever happens, in whatever order', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test(`the books balance and each affiliate has what is theirs (seed ${seed})`, async ({
    assert,
  }) => {
    const commands = fc.array(command, { minLength: 25, maxLength: 25 })
    const property = fc.asyncProperty(commands, async (list) => {
      const world = await World.begin()
      for (const each of list) {
        await world.do(each)
        assert.deepEqual(await world.breaks(), [], `after ${JSON.stringify(each)}`)
      }
      assert.deepEqual(await world.sums(), world.expectedSums())
    })
    await fc.assert(property, {
      numRuns: 15 * scale,
      seed,
      interruptAfterTimeLimit: 55_000 * scale,
    })
  }).timeout(60_000 * scale)
})
