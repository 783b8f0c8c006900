import fc from 'fast-check'
import { test } from '@japa/runner'
import { MAX_SALE_AMOUNT } from '#money/currencies'
import { earn } from '#terms/earn'
import type { Condition, Facts, Rule, Terms } from '#terms/types'
import { runs } from '#tests/unit/money/runs'
import { facts, on, rule, terms } from '#tests/unit/terms/examples'

const annual: Condition = { field: 'plan', op: 'is', value: 'annual' }
const ruleForAnnual = rule({ id: 'rule_2', position: 2, all: [annual] })
const ruleForLeads = rule({
  id: 'rule_lead',
  event: 'lead',
  reward: { type: 'flat', amounts: { USD: 500 } },
})
const lead = { event: 'lead', amount: 0, nthPayment: 0 } as const
const flat = { type: 'flat', amounts: { USD: 500, JPY: 700, KWD: 1_250 } } as const

interface Example {
  because: string
  amount: number
  given?: Partial<Facts>
  under?: Partial<Terms>
  ruleId?: string | null
  rateBps?: number | null
}

test.group('A conversion earns', () => {
  test('{amount}: {because}')
    .with<Example[]>([
      // 99.00 * 20% = 19.80
      { amount: 1_980, because: "the campaign's 20% of $99.00", rateBps: 2_000 },
      // 49.50 * 20% = 9.90
      {
        amount: 990,
        because: "the campaign's 20% of €49.50",
        given: { currency: 'EUR', amount: 4_950 },
        rateBps: 2_000,
      },
      // 4,999 * 20% = 999.8
      {
        amount: 1_000,
        because: "the campaign's 20% of ¥4,999",
        given: { currency: 'JPY', amount: 4_999 },
        rateBps: 2_000,
      },
      // 9.999 * 20% = 1.9998
      {
        amount: 2_000,
        because: "the campaign's 20% of KWD\u00a09.999",
        given: { currency: 'KWD', amount: 9_999 },
        rateBps: 2_000,
      },
      // renewals earn by the default, too: 99.00 * 20% = 19.80
      {
        amount: 1_980,
        because: "the campaign's 20% of $99.00",
        given: { event: 'renewal' },
        rateBps: 2_000,
      },
      // 99.00 * 30% = 29.70
      {
        amount: 2_970,
        because: 'rule 2: sales of plan annual, 30% of $99.00',
        given: { plan: 'Annual' },
        under: { rules: [ruleForAnnual] },
        ruleId: 'rule_2',
        rateBps: 3_000,
      },
      // 99.00 * 12.5% = 12.375, rounded to 12.38
      {
        amount: 1_238,
        because: "the link's own 12.5% of $99.00",
        given: { plan: 'annual' },
        under: {
          source: 'link',
          reward: { type: 'percent', rate_bps: 1_250 },
          rules: [ruleForAnnual],
        },
        rateBps: 1_250,
      },
      // 99.00 * 25% = 24.75
      {
        amount: 2_475,
        because: "the affiliate's own 25% of $99.00",
        given: { plan: 'annual' },
        under: {
          source: 'enrollment',
          reward: { type: 'percent', rate_bps: 2_500 },
          rules: [ruleForAnnual],
        },
        rateBps: 2_500,
      },
      { amount: 500, because: "the campaign's flat $5.00", under: { reward: flat } },
      {
        amount: 700,
        because: "the campaign's flat ¥700",
        given: { currency: 'JPY', amount: 1 },
        under: { reward: flat },
      },
      {
        amount: 1_250,
        because: "the campaign's flat KWD\u00a01.250",
        given: { currency: 'KWD' },
        under: { reward: flat },
      },
      {
        amount: 500,
        because: "the campaign's flat $5.00",
        given: { amount: 0 },
        under: { reward: flat },
      },
      {
        amount: 500,
        because: 'rule 1: all leads, flat $5.00',
        given: lead,
        under: { rules: [ruleForLeads] },
        ruleId: 'rule_lead',
      },
      {
        amount: 500,
        because: 'rule 1: all leads, flat $5.00',
        given: lead,
        under: { source: 'enrollment', rules: [ruleForLeads] },
        ruleId: 'rule_lead',
      },
    ])
    .run(({ assert }, { amount, because, given, under, ruleId = null, rateBps = null }) => {
      const currency = given?.currency ?? 'USD'
      const outcome = earn(terms(under), facts(given), 'UTC')
      assert.deepEqual(outcome, { amount, currency, rateBps, ruleId, because })
    })
})

test.group('A conversion earns nothing', () => {
  test('{because}')
    .with<Omit<Example, 'amount'>[]>([
      { because: 'no flat reward in EUR', given: { currency: 'EUR' }, under: { reward: flat } },
      { because: '20% of $0.01 rounds to nothing', given: { amount: 1 } },
      { because: '20% of $0.00 rounds to nothing', given: { amount: 0 } },
      {
        because: '0% of $99.00 rounds to nothing',
        under: { reward: { type: 'percent', rate_bps: 0 } },
      },
      {
        because: 'its 12 months ended on 3 March 2026',
        given: { firstPaymentAt: on('2025-03-03'), occurredAt: on('2026-03-03') },
        under: { duration: { type: 'months', months: 12 } },
      },
      {
        because: 'rule 1: its 3 months ended on 3 June 2025',
        given: { firstPaymentAt: on('2025-03-03'), occurredAt: on('2026-03-03') },
        under: { rules: [rule({ duration: { type: 'months', months: 3 } })] },
      },
      {
        because: 'only the first payment earns, that of 3 March 2025',
        given: { event: 'renewal', firstPaymentAt: on('2025-03-03') },
        under: { duration: { type: 'first' } },
      },
      {
        because: 'rule 1: no flat reward in EUR',
        given: { currency: 'EUR' },
        under: { rules: [rule({ reward: flat })] },
      },
      { because: 'no rule for leads matches', given: lead },
      { because: 'no rule for leads matches', given: lead, under: { reward: flat } },
      {
        because: 'no rule for leads matches',
        given: lead,
        under: { source: 'link', reward: flat },
      },
      { because: 'no rule for leads matches', given: lead, under: { rules: [rule()] } },
      {
        because: 'rule 1: a lead has no amount to take a percentage of',
        given: lead,
        under: { rules: [rule({ event: 'lead' })] },
      },
    ])
    .run(({ assert }, { because, given, under }) => {
      assert.deepEqual(earn(terms(under), facts(given), 'UTC'), { amount: 0, because })
    })
})

test.group('Rules', () => {
  const anySale = rule({ id: 'rule_any', position: 3, reward: { type: 'percent', rate_bps: 500 } })
  const earnedUnder = (rules: Rule[], given: Partial<Facts>) => {
    const outcome = earn(terms({ rules }), facts(given), 'UTC')
    return 'ruleId' in outcome ? outcome.ruleId : undefined
  }

  test('are tried by position, wherever they stand in the list', ({ assert }) => {
    assert.equal(earnedUnder([anySale, ruleForAnnual], { plan: 'annual' }), 'rule_2')
    assert.equal(earnedUnder([ruleForAnnual, anySale], { plan: 'annual' }), 'rule_2')
  })

  test('that do not match leave it to the next', ({ assert }) => {
    assert.equal(earnedUnder([ruleForAnnual, anySale], { plan: 'monthly' }), 'rule_any')
  })

  test('that all do not match leave it to the default', ({ assert }) => {
    assert.isNull(earnedUnder([ruleForAnnual], { plan: 'monthly' }))
  })

  test('that match but are over do not leave it to the next', ({ assert }) => {
    const firstOnly = { ...ruleForAnnual, duration: { type: 'first' } } as const
    const given = { plan: 'annual', firstPaymentAt: on('2026-01-01') }
    assert.isUndefined(earnedUnder([firstOnly, anySale], given))
  })

  test('without a duration have that of the terms', ({ assert }) => {
    const under = terms({ rules: [rule()], duration: { type: 'first' } })
    const outcome = earn(under, facts({ firstPaymentAt: on('2026-01-01') }), 'UTC')
    assert.equal(outcome.amount, 0)
  })

  test('with a duration of their own outlive that of the terms', ({ assert }) => {
    const forLife = rule({ duration: { type: 'lifetime' } })
    const under = terms({ rules: [forLife], duration: { type: 'first' } })
    const outcome = earn(under, facts({ firstPaymentAt: on('2026-01-01') }), 'UTC')
    assert.equal(outcome.amount, 2_970) // 99.00 * 30%
  })
})

test('A percentage never earns more than the amount, and says why in any case', ({ assert }) => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: MAX_SALE_AMOUNT }),
      fc.integer({ min: 0, max: 10_000 }),
      fc.constantFrom('JPY', 'USD', 'EUR', 'KWD'),
      (amount, rate_bps, currency) => {
        const under = terms({ reward: { type: 'percent', rate_bps } })
        const outcome = earn(under, facts({ amount, currency }), 'UTC')
        assert.isTrue(outcome.amount >= 0 && outcome.amount <= amount)
        assert.isNotEmpty(outcome.because)
        assert.equal('ruleId' in outcome, outcome.amount > 0)
      }
    ),
    runs
  )
}).disableTimeout()
