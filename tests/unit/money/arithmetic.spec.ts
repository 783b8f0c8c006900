import fc from 'fast-check'
import { test } from '@japa/runner'
import { changeInPercent, minorUnits, percentOf, scaled, sum } from '#money/arithmetic'
import { MAX_SALE_AMOUNT } from '#money/currencies'
import { runs } from '#tests/unit/money/runs'

const amounts = fc.integer({ min: 0, max: MAX_SALE_AMOUNT })
const rates = fc.integer({ min: 0, max: 10_000 })

test.group('Percent of an amount', () => {
  test('{rateBps} bps of {amount} {currency} is {is}')
    .with([
      // USD, in cents
      { currency: 'USD', amount: 9_900, rateBps: 2_000, is: 1_980 }, // 99.00 * 20% = 19.80
      { currency: 'USD', amount: 9_900, rateBps: 3_000, is: 2_970 }, // 99.00 * 30% = 29.70
      { currency: 'USD', amount: 1_999, rateBps: 1_250, is: 250 }, // 19.99 * 12.5% = 2.49875
      { currency: 'USD', amount: 1_001, rateBps: 5_000, is: 501 }, // 10.01 * 50% = 5.005, half up
      { currency: 'USD', amount: 1_003, rateBps: 5_000, is: 502 }, // 10.03 * 50% = 5.015, half up
      { currency: 'USD', amount: 1, rateBps: 2_000, is: 0 }, // 0.01 * 20% = 0.002
      { currency: 'USD', amount: 1, rateBps: 4_999, is: 0 }, // 0.01 * 49.99% = 0.004999
      { currency: 'USD', amount: 1, rateBps: 5_000, is: 1 }, // 0.01 * 50% = 0.005, half up
      { currency: 'USD', amount: 333, rateBps: 3_333, is: 111 }, // 3.33 * 33.33% = 1.109889
      { currency: 'USD', amount: 9_900, rateBps: 10_000, is: 9_900 }, // all of it
      { currency: 'USD', amount: 9_900, rateBps: 0, is: 0 }, // none of it
      { currency: 'USD', amount: -9_900, rateBps: 2_000, is: -1_980 }, // -99.00 * 20% = -19.80
      // EUR, in cents
      { currency: 'EUR', amount: 4_950, rateBps: 1_500, is: 743 }, // 49.50 * 15% = 7.425, half up
      { currency: 'EUR', amount: 12_345, rateBps: 750, is: 926 }, // 123.45 * 7.5% = 9.25875
      { currency: 'EUR', amount: 100_000_000, rateBps: 1, is: 10_000 }, // 1,000,000.00 * 0.01% = 100.00
      { currency: 'EUR', amount: 29, rateBps: 8_500, is: 25 }, // 0.29 * 85% = 0.2465
      // a float makes 1.005 * 100 = 100.49999: here 2.01 * 50% = 1.005 is 1.01
      { currency: 'EUR', amount: 201, rateBps: 5_000, is: 101 },
      // JPY, in yen
      { currency: 'JPY', amount: 500, rateBps: 2_000, is: 100 }, // 500 * 20% = 100
      { currency: 'JPY', amount: 4_999, rateBps: 1_000, is: 500 }, // 4,999 * 10% = 499.9
      { currency: 'JPY', amount: 125, rateBps: 1_000, is: 13 }, // 125 * 10% = 12.5, half up
      { currency: 'JPY', amount: 124, rateBps: 1_000, is: 12 }, // 124 * 10% = 12.4
      { currency: 'JPY', amount: 3, rateBps: 1_500, is: 0 }, // 3 * 15% = 0.45
      // KWD, in fils
      { currency: 'KWD', amount: 1_250, rateBps: 2_000, is: 250 }, // 1.250 * 20% = 0.250
      { currency: 'KWD', amount: 9_999, rateBps: 1_250, is: 1_250 }, // 9.999 * 12.5% = 1.249875
      { currency: 'KWD', amount: 12_345, rateBps: 1_000, is: 1_235 }, // 12.345 * 10% = 1.2345, half up
      { currency: 'KWD', amount: 2, rateBps: 2_500, is: 1 }, // 0.002 * 25% = 0.0005, half up
      // the largest sale: 999,999,999,999 * 33.33% = 333,299,999,999.6667
      { currency: 'KWD', amount: 999_999_999_999, rateBps: 3_333, is: 333_300_000_000 },
      // 999,999,999,999 * 99.99% = 999,899,999,999.0001
      { currency: 'USD', amount: 999_999_999_999, rateBps: 9_999, is: 999_899_999_999 },
    ])
    .run(({ assert }, { amount, rateBps, is }) => {
      assert.strictEqual(percentOf(amount, rateBps), is)
    })

  test('a rate of {rateBps} is refused')
    .with([-1, 10_001, 0.5, Number.NaN].map((rateBps) => ({ rateBps })))
    .run(({ assert }, { rateBps }) => {
      assert.throws(() => percentOf(100, rateBps), RangeError)
    })

  test('lies within half a unit of the exact share', () => {
    fc.assert(
      fc.property(amounts, rates, (amount, rateBps) => {
        const exact = BigInt(amount) * BigInt(rateBps)
        const off = 2n * (BigInt(percentOf(amount, rateBps)) * 10_000n - exact)
        return -10_000n < off && off <= 10_000n
      }),
      runs
    )
  }).disableTimeout()
})

test.group('Scaling', () => {
  test('{amount} * {by} / {of} is {is}')
    .with([
      { amount: 5, by: 1, of: 2, is: 3 },
      { amount: -5, by: 1, of: 2, is: -3 },
      { amount: 4, by: 1, of: 3, is: 1 },
      { amount: -4, by: 1, of: 3, is: -1 },
      { amount: 5, by: 1, of: 3, is: 2 },
      { amount: -5, by: 1, of: 3, is: -2 },
      { amount: 7, by: -1, of: 2, is: -4 },
      { amount: 0, by: -7, of: 3, is: 0 },
    ])
    .run(({ assert }, { amount, by, of, is }) => {
      assert.strictEqual(scaled(amount, by, of), is)
    })

  test('rounds an amount and its negative alike', () => {
    const whole = fc.integer({ min: 1, max: MAX_SALE_AMOUNT })
    fc.assert(
      fc.property(amounts, amounts, whole, (amount, numerator, denominator) => {
        const share = numerator % denominator
        return scaled(-amount, share, denominator) + scaled(amount, share, denominator) === 0
      }),
      runs
    )
  }).disableTimeout()

  test('rounds every half away from zero', () => {
    fc.assert(
      fc.property(amounts, (amount) => scaled(2 * amount + 1, 1, 2) === amount + 1),
      runs
    )
  }).disableTimeout()

  test('refuses a denominator that is not above zero')
    .with([0, -1, Number.NaN])
    .run(({ assert }, denominator) => {
      assert.throws(() => scaled(1, 1, denominator), RangeError)
    })

  test('refuses a fraction', ({ assert }) => {
    assert.throws(() => scaled(0.5, 1, 1), RangeError)
  })

  test('refuses a result too large to be exact, and not the largest exact one', ({ assert }) => {
    assert.throws(() => scaled(Number.MAX_SAFE_INTEGER, 2, 1), RangeError)
    assert.throws(() => scaled(-Number.MAX_SAFE_INTEGER, 2, 1), RangeError)
    assert.equal(scaled(Number.MAX_SAFE_INTEGER, 3, 3), Number.MAX_SAFE_INTEGER)
  })
})

test.group('Sum', () => {
  test('of nothing is zero', ({ assert }) => {
    assert.strictEqual(sum([]), 0)
  })

  test('takes negative amounts away', ({ assert }) => {
    assert.strictEqual(sum([1_980, -990, 10]), 1_000)
  })

  test('passes beyond what is exact on its way and comes back', ({ assert }) => {
    assert.strictEqual(sum([Number.MAX_SAFE_INTEGER, 5, -5]), Number.MAX_SAFE_INTEGER)
  })

  test('refuses to end beyond what is exact', ({ assert }) => {
    assert.throws(() => sum([Number.MAX_SAFE_INTEGER, 1]), RangeError)
  })
})

test.group('An amount as a database answers it', () => {
  test('is read exactly, and the sum of no rows is 0', ({ assert }) => {
    for (const stored of [12_345, '12345', 12_345n]) assert.equal(minorUnits(stored), 12_345)
    assert.equal(minorUnits('-7'), -7)
    for (const none of [null, undefined]) assert.equal(minorUnits(none), 0)
  })

  test('is refused where it is not exact', ({ assert }) => {
    for (const wrong of [0.5, '9007199254740993', '1.5', 'x', Number.NaN])
      assert.throws(() => minorUnits(wrong))
  })
})

test.group('A change in percent', () => {
  test('is whole, and none where there was nothing before', ({ assert }) => {
    assert.equal(changeInPercent(200, 250), 25)
    assert.equal(changeInPercent(300, 200), -33)
    assert.equal(changeInPercent(8, 9), 13)
    assert.isUndefined(changeInPercent(0, 9))
    assert.isUndefined(changeInPercent(-1, 9))
  })
})
