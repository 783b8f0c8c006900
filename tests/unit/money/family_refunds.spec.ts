import fc from 'fast-check'
import { test } from '@japa/runner'
import { percentOf } from '#money/arithmetic'
import { MAX_SALE_AMOUNT } from '#money/currencies'
import {
  age,
  balanceOf,
  newFamily,
  refund,
  settle,
  targetOf,
  type Family,
} from '#tests/unit/money/books'
import { runs } from '#tests/unit/money/runs'

/** A sale, what it earned, and parts of it that are refunded one by one. */
const refundedSales = fc
  .record({
    sale: fc.integer({ min: 1, max: MAX_SALE_AMOUNT }),
    rateBps: fc.integer({ min: 1, max: 10_000 }),
    shares: fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 8 }),
    left: fc.integer({ min: 0, max: 1_000 }),
    ages: fc.array(fc.nat({ max: 2 }), { minLength: 8, maxLength: 8 }),
  })
  .map(({ sale, rateBps, shares, left, ages }) => {
    const all = shares.reduce((total, share) => total + share, left)
    const parts = shares.map((share) => Math.floor(Math.floor(sale / all) * share))
    return { family: () => newFamily(percentOf(sale, rateBps), sale), parts, ages, sale }
  })
  .filter(({ family }) => family().rows[0].amount > 0)

function refundAll(family: Family, parts: number[], ages: number[]): void {
  parts.forEach((part, index) => {
    for (let times = 0; times < ages[index]; times++) age(family)
    refund(family, part)
  })
}

test.group('Families through refunds', () => {
  test('refunds in any partition end at the same cent as one of their sum', ({ assert }) => {
    fc.assert(
      fc.property(refundedSales, ({ family, parts, ages }) => {
        const [inParts, inReverse, atOnce] = [family(), family(), family()]
        refundAll(inParts, parts, ages)
        refundAll(inReverse, parts.toReversed(), ages)
        refund(
          atOnce,
          parts.reduce((total, part) => total + part, 0)
        )

        assert.equal(balanceOf(inParts), balanceOf(atOnce))
        assert.equal(balanceOf(inReverse), balanceOf(atOnce))
        assert.equal(balanceOf(inParts), targetOf(inParts))
      }),
      runs
    )
  }).disableTimeout()

  test('a full refund ends at zero, and voids all that no payout holds', ({ assert }) => {
    fc.assert(
      fc.property(refundedSales, ({ family, parts, ages, sale }) => {
        const refunded = family()
        refundAll(refunded, parts, ages)
        refund(refunded, sale - refunded.refunded)

        const states = refunded.rows.map(({ state }) => state)
        const locked = states.some((state) => state === 'processing' || state === 'paid')
        assert.equal(balanceOf(refunded), 0)
        assert.isTrue(locked || states.every((state) => state === 'voided'))
      }),
      runs
    )
  }).disableTimeout()

  test('a chargeback that is won brings back what it took', ({ assert }) => {
    fc.assert(
      fc.property(refundedSales, fc.nat({ max: 3 }), ({ family, parts, ages, sale }, days) => {
        const charged = family()
        refundAll(charged, parts, ages)
        const before = balanceOf(charged)

        const chargeback = sale - charged.refunded
        refund(charged, chargeback)
        for (let day = 0; day < days; day++) age(charged)
        refund(charged, -chargeback)

        assert.equal(balanceOf(charged), before)
      }),
      runs
    )
  }).disableTimeout()

  test('settling twice does nothing more', ({ assert }) => {
    fc.assert(
      fc.property(refundedSales, ({ family, parts, ages }) => {
        const settled = family()
        refundAll(settled, parts, ages)
        const once = structuredClone(settled.rows)
        settle(settled)
        assert.deepEqual(settled.rows, once)
      }),
      runs
    )
  }).disableTimeout()

  test('a family that a person voided stays at zero through refunds and wins', ({ assert }) => {
    fc.assert(
      fc.property(refundedSales, ({ family, parts }) => {
        const voided = { ...family(), voided: true }
        settle(voided)
        for (const part of parts) refund(voided, part)
        for (const part of parts) refund(voided, -part)

        assert.lengthOf(voided.rows, 1)
        assert.equal(balanceOf(voided), 0)
      }),
      runs
    )
  }).disableTimeout()
})
