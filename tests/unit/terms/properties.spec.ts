import fc from 'fast-check'
import { test } from '@japa/runner'
import { familyTarget, settlement, type FamilyRow } from '#money/family'
import { MAX_SALE_AMOUNT } from '#money/currencies'
import { uncapped } from '#terms/caps'
import { chooseTerms } from '#terms/choose'
import { earn } from '#terms/earn'
import { shareOf } from '#terms/share'
import { rateReached, tiersRise } from '#terms/tiers'
import { runs } from '#tests/unit/money/runs'
import { facts, rule, terms } from '#tests/unit/terms/examples'
import type { Reward, Rule } from '#terms/types'

const currency = fc.constantFrom('JPY', 'USD', 'EUR', 'KWD')
const rate = fc.integer({ min: 0, max: 10_000 })
const amount = fc.integer({ min: 0, max: MAX_SALE_AMOUNT })

interface Family {
  customer: number
  month: number
  original: number
  sale: number
  refunded: number
}

const worth = ({ original, sale, refunded }: Family) =>
  familyTarget({ original, conversionAmount: sale, refunded, voided: false })

const sum = (families: Family[]) => families.reduce((total, family) => total + worth(family), 0)

/** A sale of a customer in a month, or some of an earlier sale given back. */
const step = fc.record({
  refund: fc.boolean(),
  which: fc.nat(20),
  customer: fc.nat(2),
  month: fc.nat(2),
  sale: fc.integer({ min: 1, max: 50_000 }),
})

test.group('Caps', () => {
  test('whatever is sold and refunded, what is earned is never above one', ({ assert }) => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 30 }),
        rate,
        fc.record({
          perCommission: fc.integer({ min: 1, max: 5_000 }),
          perCustomer: fc.integer({ min: 1, max: 9_000 }),
          perMonth: fc.integer({ min: 1, max: 12_000 }),
        }),
        (steps, rate_bps, most) => {
          const caps = {
            perCommission: { USD: most.perCommission },
            perCustomer: { USD: most.perCustomer },
            perMonth: { USD: most.perMonth },
          }
          const under = terms({ reward: { type: 'percent', rate_bps }, caps })
          const families: Family[] = []
          for (const { refund, which, customer, month, sale } of steps) {
            const known = families[which % Math.max(1, families.length)]
            if (refund && known) {
              known.refunded = Math.min(known.sale, known.refunded + sale)
              continue
            }
            const { amount: original } = earn(under, facts({ amount: sale }), 'UTC', {
              soldInMonth: 0,
              earnedOfCustomer: sum(families.filter((each) => each.customer === customer)),
              earnedInMonth: sum(families.filter((each) => each.month === month)),
            })
            families.push({ customer, month, original, sale, refunded: 0 })
            assert.isAtMost(original, most.perCommission)
            for (const one of [0, 1, 2]) {
              const ofCustomer = sum(families.filter((each) => each.customer === one))
              const ofMonth = sum(families.filter((each) => each.month === one))
              assert.isAtMost(ofCustomer, most.perCustomer)
              assert.isAtMost(ofMonth, most.perMonth)
            }
          }
        }
      ),
      runs
    )
  }).disableTimeout()
})

test.group('A percentage', () => {
  const tiers = fc.array(fc.record({ step: fc.integer({ min: 1, max: 1_000_000 }), rate }), {
    maxLength: 5,
  })

  function rewardOf(base: number, steps: { step: number; rate: number }[], code: string): Reward {
    let from = 0
    return {
      type: 'percent',
      rate_bps: base,
      tiers: steps.map((each) => ({ from: { [code]: (from += each.step) }, rate_bps: each.rate })),
    }
  }

  test('with whatever tier and cap never earns more than the sale', ({ assert }) => {
    fc.assert(
      fc.property(
        amount,
        rate,
        tiers,
        amount,
        currency,
        amount,
        (sold, base, steps, before, code, cap) => {
          const reward = rewardOf(base, steps, code)
          const caps = { ...uncapped, perCustomer: { [code]: cap } }
          const standing = { soldInMonth: before, earnedOfCustomer: 0, earnedInMonth: 0 }
          const given = facts({ amount: sold, currency: code })
          const outcome = earn(terms({ reward, caps }), given, 'UTC', standing)
          assert.isTrue(outcome.amount >= 0 && outcome.amount <= Math.min(sold, cap))
        }
      ),
      runs
    )
  }).disableTimeout()

  test('has the rate of the last tier that was reached', ({ assert }) => {
    fc.assert(
      fc.property(rate, tiers, amount, currency, (base, steps, before, code) => {
        const reward = rewardOf(base, steps, code) as Extract<Reward, { type: 'percent' }>
        assert.isTrue(tiersRise(reward.tiers!))
        let expected = base
        for (const tier of reward.tiers!) if (before >= tier.from[code]) expected = tier.rate_bps
        assert.equal(rateReached(reward, before, code).rateBps, expected)
      }),
      runs
    )
  }).disableTimeout()
})

test('Refunds in any partition and order leave commission and share at the same cent', ({
  assert,
}) => {
  const parts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(parts, fc.nat(1_000_000), rate, currency, (refunds, kept, bps, code) => {
      const sale = refunds.reduce((total, each) => total + each, kept)
      const given = facts({ amount: sale, currency: code })
      const originals = [
        earn(terms({ reward: { type: 'percent', rate_bps: bps } }), given, 'UTC').amount,
        shareOf(bps, given).amount,
      ]
      for (const original of originals) {
        const after = (order: number[]) => {
          const rows: FamilyRow[] = [{ id: 'com_0', amount: original, state: 'paid' }]
          let refunded = 0
          for (const each of order) {
            refunded += each
            const about = { original, conversionAmount: sale, refunded, voided: false }
            const settled = settlement({ target: familyTarget(about), rows })
            if (settled.kind === 'add')
              rows.push({ id: `com_${rows.length}`, amount: settled.amount, state: 'due' })
          }
          return rows.reduce((total, row) => total + row.amount, 0)
        }
        const whole = familyTarget({
          ...{ original, conversionAmount: sale, voided: false },
          refunded: sale - kept,
        })
        assert.equal(after(refunds), whole)
        assert.equal(after(refunds.toReversed()), whole)
      }
    }),
    runs
  )
}).disableTimeout()

test('Terms of a link come first, then the enrollment’s, the rules in order, the campaign’s', ({
  assert,
}) => {
  const own = fc.option(fc.constant(true))
  const fits = fc.array(fc.boolean(), { maxLength: 4 })
  const percent = (bps: number): Reward => ({ type: 'percent', rate_bps: bps })
  fc.assert(
    fc.property(own, own, fits, (link, enrollment, rules) => {
      const chosen = chooseTerms({
        link: link && { reward: percent(9_000), caps: uncapped, duration: null },
        enrollment: enrollment && { reward: percent(8_000), caps: uncapped, duration: null },
        campaign: {
          ...{ reward: percent(1_000), caps: uncapped, duration: { type: 'lifetime' } },
          rules: rules.map((fitting, at): Rule =>
            rule({
              ...{ id: `rule_${at}`, position: at + 1, reward: percent(2_000 + at) },
              all: fitting ? [] : [{ field: 'plan', op: 'is', value: 'another' }],
            })
          ),
        },
      })
      const first = rules.indexOf(true)
      const ofRules = first < 0 ? 1_000 : 2_000 + first
      const expected = link ? 9_000 : enrollment ? 8_000 : ofRules
      assert.equal(earn(chosen, facts({ amount: 10_000 }), 'UTC').amount, expected)
    }),
    runs
  )
}).disableTimeout()
