import { test } from '@japa/runner'
import type { HoldFacts } from '#terms/holds/facts'
import { holdsOf } from '#terms/holds/index'
import { holdReason, holdReasons } from '#terms/holds/reasons'

/** A conversion that nothing holds, with what a test says differently. */
function codesOf(differently: Partial<HoldFacts>): string[] {
  const facts: HoldFacts = {
    amount: 9_900,
    currency: 'USD',
    customerEmail: 'customer@example.com',
    affiliateEmail: 'jane@example.com',
    affiliateState: 'active',
    enrollmentState: 'active',
    holdAbove: {},
    ...differently,
  }
  return holdsOf(facts).map(({ code }) => code)
}

test.group('Holds', () => {
  test('nothing holds a conversion without oddities', ({ assert }) => {
    assert.deepEqual(codesOf({}), [])
    assert.deepEqual(codesOf({ customerEmail: null }), [])
  })

  test('{customer} buying through {affiliate} is {is}')
    .with([
      { customer: 'jane@example.com', affiliate: 'jane@example.com', is: 'held' },
      { customer: ' Jane@Example.COM', affiliate: 'jane@example.com', is: 'held' },
      { customer: 'jane+shop@example.com', affiliate: 'jane@example.com', is: 'held' },
      { customer: 'j.ane@gmail.com', affiliate: 'ja.ne+x@googlemail.com', is: 'held' },
      { customer: 'j.ane@example.com', affiliate: 'jane@example.com', is: 'let go' },
      { customer: 'jane@example.org', affiliate: 'jane@example.com', is: 'let go' },
      { customer: 'janet@example.com', affiliate: 'jane@example.com', is: 'let go' },
    ])
    .run(({ assert }, { customer, affiliate, is }) => {
      const codes = codesOf({ customerEmail: customer, affiliateEmail: affiliate })
      assert.deepEqual(codes, is === 'held' ? ['self_referral'] : [])
    })

  test('what is above the limit of its currency is held, what reaches it is not', ({ assert }) => {
    assert.deepEqual(codesOf({ holdAbove: { USD: 9_899 } }), ['above_limit'])
    assert.deepEqual(codesOf({ holdAbove: { USD: 9_900 } }), [])
    assert.deepEqual(codesOf({ holdAbove: { USD: 0 } }), ['above_limit'])
    assert.deepEqual(codesOf({ holdAbove: { EUR: 1 } }), [])
  })

  test('an affiliate or enrollment that is {state} holds')
    .with(['pending', 'invited', 'suspended', 'rejected', 'ended'].map((state) => ({ state })))
    .run(({ assert }, { state }) => {
      assert.deepEqual(codesOf({ affiliateState: state }), ['affiliate_not_active'])
      assert.deepEqual(codesOf({ enrollmentState: state }), ['affiliate_not_active'])
    })

  test('all reasons are told, in order', ({ assert }) => {
    const codes = codesOf({
      customerEmail: 'jane@example.com',
      affiliateState: 'suspended',
      holdAbove: { USD: 1 },
    })
    assert.deepEqual(codes, ['self_referral', 'above_limit', 'affiliate_not_active'])
  })

  test('every reason is a sentence', ({ assert }) => {
    assert.lengthOf(Object.keys(holdReasons), 9)
    for (const sentence of Object.values(holdReasons)) assert.match(sentence, /^[A-Z].*\.$/)
    assert.deepEqual(holdReason('by_hand'), { code: 'by_hand', sentence: 'A person held it.' })
  })
})
