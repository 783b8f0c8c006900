import fc from 'fast-check'
import { verbs, type Command } from '#tests/support/money_model/world'

const verb = fc.oneof(
  ...Object.entries(verbs).map(([name, { weight }]) => ({
    weight,
    arbitrary: fc.constant(name),
  }))
)

/** A random command of the money model. */
export const command: fc.Arbitrary<Command> = fc.record({
  verb,
  which: fc.nat(20),
  other: fc.nat(20),
  share: fc.integer({ min: 1, max: 10_000 }),
  days: fc.nat(40),
})
