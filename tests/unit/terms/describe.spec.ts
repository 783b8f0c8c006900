import { test } from '@japa/runner'
import { describeDuration, describeRate, describeReward, describeRule } from '#terms/describe'
import type { Rule } from '#terms/types'
import { rule } from '#tests/unit/terms/examples'

test.group('A rule in words', () => {
  test('{reads}')
    .with([
      { reads: '30% of all sales', differently: {} },
      {
        reads: '30% of sales of plan annual, for 12 months',
        differently: {
          all: [{ field: 'plan', op: 'is', value: 'annual' }],
          duration: { type: 'months', months: 12 },
        },
      },
      {
        reads: '30% of renewals from the 2nd payment on, for life',
        differently: {
          event: 'renewal',
          all: [{ field: 'nth_payment', op: 'at_least', value: 2 }],
          duration: { type: 'lifetime' },
        },
      },
      {
        reads:
          '30% of sales of product A, B or C in DE, either with coupon X or from new customers',
        differently: {
          all: [
            { field: 'product', op: 'in', value: ['A', 'B', 'C'] },
            { field: 'country', op: 'is', value: 'DE' },
          ],
          any: [
            { field: 'coupon', op: 'is', value: 'X' },
            { field: 'new_customer', op: 'is', value: true },
          ],
        },
      },
      {
        reads: '30% of sales by affiliates tagged vip',
        differently: { any: [{ field: 'tag', op: 'is', value: 'vip' }] },
      },
      {
        reads: '30% of sales of at least $100.00 at the 1st or 3rd payment',
        differently: {
          all: [
            { field: 'amount', op: 'at_least', value: 10_000, currency: 'USD' },
            { field: 'nth_payment', op: 'in', value: [1, 3] },
          ],
        },
      },
      {
        reads: 'flat $5.00 or €4.00 for each lead from known customers',
        differently: {
          event: 'lead',
          reward: { type: 'flat', amounts: { USD: 500, EUR: 400 } },
          all: [{ field: 'new_customer', op: 'is', value: false }],
        },
      },
      {
        reads: 'flat ¥500 for each sale, for the first payment only',
        differently: {
          reward: { type: 'flat', amounts: { JPY: 500 } },
          duration: { type: 'first' },
        },
      },
    ] as { reads: string; differently: Partial<Rule> }[])
    .run(({ assert }, { reads, differently }) => {
      assert.equal(describeRule(rule(differently)), reads)
    })
})

test.group('Rewards and durations in words', () => {
  test('{bps} basis points are {reads}')
    .with([
      { bps: 0, reads: '0%' },
      { bps: 1, reads: '0.01%' },
      { bps: 50, reads: '0.5%' },
      { bps: 105, reads: '1.05%' },
      { bps: 1_250, reads: '12.5%' },
      { bps: 2_000, reads: '20%' },
      { bps: 10_000, reads: '100%' },
    ])
    .run(({ assert }, { bps, reads }) => {
      assert.equal(describeRate(bps), reads)
    })

  test('a flat reward without amounts is nothing', ({ assert }) => {
    assert.equal(describeReward({ type: 'flat', amounts: {} }), 'flat nothing')
  })

  test('one month is no plural', ({ assert }) => {
    assert.equal(describeDuration({ type: 'months', months: 1 }), 'for 1 month')
    assert.equal(describeDuration({ type: 'months', months: 2 }), 'for 2 months')
  })
})
