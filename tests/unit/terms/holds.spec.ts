import { test } from '@japa/runner'
import { holdReason, holds, holdsOf } from '#terms/holds/index'
import type { HoldFacts } from '#terms/holds/hold'

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
    limits: { visitor_sales: 5, visitor_hours: 24, duplicate_minutes: 10 },
    sharesAccount: false,
    salesOfVisitor: 1,
    customerOfAnother: false,
    minutesFromAlike: null,
    browserLead: false,
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

  test('more sales of a visitor than the limit are held; no limit holds none', ({ assert }) => {
    assert.deepEqual(codesOf({ salesOfVisitor: 5 }), [])
    assert.deepEqual(codesOf({ salesOfVisitor: 6 }), ['many_sales_of_visitor'])
    const limits = { visitor_sales: 0, visitor_hours: 24, duplicate_minutes: 0 }
    assert.deepEqual(codesOf({ salesOfVisitor: 600, minutesFromAlike: 0, limits }), [])
  })

  test('the same again within the minutes of the limit is held, at the limit not', ({ assert }) => {
    assert.deepEqual(codesOf({ minutesFromAlike: 0 }), ['likely_duplicate'])
    assert.deepEqual(codesOf({ minutesFromAlike: 9.99 }), ['likely_duplicate'])
    assert.deepEqual(codesOf({ minutesFromAlike: 10 }), [])
  })

  test('all reasons are told, in order; a person’s is never found by itself', ({ assert }) => {
    const codes = codesOf({
      customerEmail: 'jane@example.com',
      affiliateState: 'suspended',
      holdAbove: { USD: 1 },
      sharesAccount: true,
      salesOfVisitor: 6,
      customerOfAnother: true,
      minutesFromAlike: 1,
      browserLead: true,
    })
    assert.deepEqual([...codes, 'by_hand'], Object.keys(holds))
  })

  test('every reason has a sentence, and one of what settles it', ({ assert }) => {
    assert.lengthOf(Object.keys(holds), 9)
    for (const { sentence, settledBy } of Object.values(holds)) {
      assert.match(sentence, /^[A-Z].*\.$/)
      assert.match(settledBy, /^[A-Z].*\.$/)
    }
    assert.deepEqual(holdReason('by_hand'), { code: 'by_hand', sentence: 'A person held it.' })
  })
})
