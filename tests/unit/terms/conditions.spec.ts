import { test } from '@japa/runner'
import { isCondition, legalOps } from '#terms/conditions'
import { whyNot } from '#terms/why_not'
import type { Condition, Facts, Rule } from '#terms/types'
import { facts, rule } from '#tests/unit/terms/examples'

const matches = (asked: Rule, given: Facts) => whyNot(asked, given) === null

const annual: Condition = { field: 'plan', op: 'is', value: 'annual' }
const german: Condition = { field: 'country', op: 'is', value: 'DE' }
const austrian: Condition = { field: 'country', op: 'is', value: 'AT' }

test.group('A condition', () => {
  test('{title}')
    .with([
      { title: 'plan is: the same', condition: annual, given: { plan: 'annual' }, holds: true },
      { title: 'plan is: another', condition: annual, given: { plan: 'monthly' }, holds: false },
      {
        title: 'plan is: part of it',
        condition: annual,
        given: { plan: 'annual plus' },
        holds: false,
      },
      { title: 'plan is: none given', condition: annual, given: {}, holds: false },
      {
        title: 'plan is: of other case and with spaces',
        condition: annual,
        given: { plan: ' ANNUAL ' },
        holds: true,
      },
      {
        title: 'plan is: a product of that name',
        condition: annual,
        given: { product: 'annual' },
        holds: false,
      },
      {
        title: 'product in: one of them',
        condition: { field: 'product', op: 'in', value: ['A', 'B'] },
        given: { product: 'b' },
        holds: true,
      },
      {
        title: 'product in: none of them',
        condition: { field: 'product', op: 'in', value: ['A', 'B'] },
        given: { product: 'c' },
        holds: false,
      },
      { title: 'country is', condition: german, given: { country: 'de' }, holds: true },
      {
        title: 'coupon is',
        condition: { field: 'coupon', op: 'is', value: 'jane20' },
        given: { couponCode: 'JANE20' },
        holds: true,
      },
      {
        title: 'coupon is: another',
        condition: { field: 'coupon', op: 'is', value: 'jane20' },
        given: { couponCode: 'JANE2' },
        holds: false,
      },
      {
        title: 'tag is: one of several',
        condition: { field: 'tag', op: 'is', value: 'vip' },
        given: { affiliateTags: ['blog', 'VIP'] },
        holds: true,
      },
      {
        title: 'tag in: no tags',
        condition: { field: 'tag', op: 'in', value: ['vip'] },
        given: {},
        holds: false,
      },
      {
        title: 'amount at least: exactly',
        condition: { field: 'amount', op: 'at_least', value: 9_900, currency: 'USD' },
        given: {},
        holds: true,
      },
      {
        title: 'amount at least: a cent less',
        condition: { field: 'amount', op: 'at_least', value: 9_901, currency: 'USD' },
        given: {},
        holds: false,
      },
      {
        title: 'amount at least: more, in another currency',
        condition: { field: 'amount', op: 'at_least', value: 1, currency: 'EUR' },
        given: {},
        holds: false,
      },
      {
        title: 'nth payment is',
        condition: { field: 'nth_payment', op: 'is', value: 2 },
        given: { nthPayment: 2 },
        holds: true,
      },
      {
        title: 'nth payment is: another',
        condition: { field: 'nth_payment', op: 'is', value: 2 },
        given: { nthPayment: 3 },
        holds: false,
      },
      {
        title: 'nth payment at least',
        condition: { field: 'nth_payment', op: 'at_least', value: 2 },
        given: { nthPayment: 3 },
        holds: true,
      },
      {
        title: 'nth payment at least: one before',
        condition: { field: 'nth_payment', op: 'at_least', value: 2 },
        given: { nthPayment: 1 },
        holds: false,
      },
      {
        title: 'nth payment in',
        condition: { field: 'nth_payment', op: 'in', value: [1, 3] },
        given: { nthPayment: 3 },
        holds: true,
      },
      {
        title: 'nth payment in: between',
        condition: { field: 'nth_payment', op: 'in', value: [1, 3] },
        given: { nthPayment: 2 },
        holds: false,
      },
      {
        title: 'new customer',
        condition: { field: 'new_customer', op: 'is', value: true },
        given: {},
        holds: true,
      },
      {
        title: 'known customer',
        condition: { field: 'new_customer', op: 'is', value: false },
        given: {},
        holds: false,
      },
    ] as { title: string; condition: Condition; given: Partial<Facts>; holds: boolean }[])
    .run(({ assert }, { condition, given, holds }) => {
      assert.equal(matches(rule({ all: [condition] }), facts(given)), holds)
      assert.equal(matches(rule({ any: [condition] }), facts(given)), holds)
    })
})

test.group('A rule matches', () => {
  test('every conversion of its event when it has no conditions', ({ assert }) => {
    assert.isTrue(matches(rule(), facts()))
    assert.isFalse(matches(rule(), facts({ event: 'renewal' })))
    assert.isFalse(matches(rule({ event: 'lead' }), facts()))
  })

  test('only when all of "all" hold', ({ assert }) => {
    const both = rule({ all: [annual, german] })
    assert.isTrue(matches(both, facts({ plan: 'annual', country: 'DE' })))
    assert.isFalse(matches(both, facts({ plan: 'annual', country: 'AT' })))
  })

  test('when one of "any" holds', ({ assert }) => {
    const either = rule({ any: [german, austrian] })
    assert.isTrue(matches(either, facts({ country: 'AT' })))
    assert.isFalse(matches(either, facts({ country: 'CH' })))
  })

  test('only when both "all" and "any" are satisfied', ({ assert }) => {
    const mixed = rule({ all: [annual], any: [german, austrian] })
    assert.isTrue(matches(mixed, facts({ plan: 'annual', country: 'AT' })))
    assert.isFalse(matches(mixed, facts({ plan: 'annual' })))
    assert.isFalse(matches(mixed, facts({ country: 'AT' })))
  })
})

test.group('Input that is a condition', () => {
  const good: Record<string, unknown> = {
    product: 'pro',
    plan: 'annual',
    country: 'DE',
    coupon: 'JANE20',
    tag: 'vip',
    amount: 5_000,
    nth_payment: 2,
    new_customer: false,
  }

  test('{field} {op} is legal exactly when the table says so')
    .with(
      Object.keys(good).flatMap((field) => ['is', 'in', 'at_least'].map((op) => ({ field, op })))
    )
    .run(({ assert }, { field, op }) => {
      const value = op === 'in' ? [good[field]] : good[field]
      const legal = Object.entries(legalOps).some(
        ([name, ops]) => name === field && ops.some((each) => each === op)
      )
      assert.equal(isCondition({ field, op, value, currency: 'USD' }), legal)
    })

  test('{title} is refused')
    .with([
      { title: 'nothing', input: null },
      { title: 'text', input: 'plan' },
      { title: 'an unknown field', input: { field: 'toString', op: 'is', value: 'x' } },
      { title: 'a number for a plan', input: { field: 'plan', op: 'is', value: 5 } },
      { title: 'an empty plan', input: { field: 'plan', op: 'is', value: ' ' } },
      { title: 'a list where one is asked', input: { field: 'plan', op: 'is', value: ['a'] } },
      { title: 'one where a list is asked', input: { field: 'plan', op: 'in', value: 'a' } },
      { title: 'an empty list', input: { field: 'plan', op: 'in', value: [] } },
      { title: 'an amount without currency', input: { field: 'amount', op: 'at_least', value: 1 } },
      {
        title: 'an amount of no currency',
        input: { field: 'amount', op: 'at_least', value: 1, currency: 'XAU' },
      },
      {
        title: 'half a cent',
        input: { field: 'amount', op: 'at_least', value: 0.5, currency: 'USD' },
      },
      {
        title: 'too large an amount',
        input: { field: 'amount', op: 'at_least', value: 1e12, currency: 'USD' },
      },
      { title: 'payment 0', input: { field: 'nth_payment', op: 'is', value: 0 } },
      {
        title: 'a new customer in words',
        input: { field: 'new_customer', op: 'is', value: 'yes' },
      },
    ])
    .run(({ assert }, { input }) => {
      assert.isFalse(isCondition(input))
    })
})
