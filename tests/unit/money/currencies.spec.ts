import { test } from '@japa/runner'
import { currencyCodes, exponentOf, isCurrency, MAX_SALE_AMOUNT } from '#money/currencies'

const NOT_MONEY_TODAY = ['ANG', 'BGN', 'CUC', 'HRK', 'SLL', 'XDR', 'XSU', 'ZWL']

test.group('Currencies', () => {
  test('{code} has {exponent} digits')
    .with([
      { code: 'JPY', exponent: 0 },
      { code: 'KRW', exponent: 0 },
      { code: 'ISK', exponent: 0 },
      { code: 'UGX', exponent: 0 },
      { code: 'XPF', exponent: 0 },
      { code: 'USD', exponent: 2 },
      { code: 'EUR', exponent: 2 },
      { code: 'HUF', exponent: 2 },
      { code: 'IDR', exponent: 2 },
      { code: 'MGA', exponent: 2 },
      { code: 'XCG', exponent: 2 },
      { code: 'KWD', exponent: 3 },
      { code: 'IQD', exponent: 3 },
      { code: 'TND', exponent: 3 },
      { code: 'CLF', exponent: 4 },
      { code: 'UYW', exponent: 4 },
    ])
    .run(({ assert }, { code, exponent }) => {
      assert.equal(exponentOf(code), exponent)
    })

  test('every currency that Intl knows is listed, or known to be no money today', ({ assert }) => {
    const known = Intl.supportedValuesOf('currency').filter((code) => code.length === 3)
    const missing = known.filter((code) => !isCurrency(code))
    assert.deepEqual(missing, NOT_MONEY_TODAY)
  })

  test('codes are sorted, in capitals, and each there once', ({ assert }) => {
    assert.deepEqual(currencyCodes, [...new Set(currencyCodes)].sort())
    assert.isTrue(currencyCodes.every((code) => /^[A-Z]{3}$/.test(code)))
    assert.lengthOf(currencyCodes, 157)
  })

  test('{code} is no currency')
    .with(['XAU', 'XTS', 'XXX', 'usd', 'US', '', 'toString'].map((code) => ({ code })))
    .run(({ assert }, { code }) => {
      assert.isFalse(isCurrency(code))
      assert.throws(() => exponentOf(code), /is not an ISO 4217 currency/)
    })

  test('the largest sale is twelve nines, and safe to add up nine thousand times', ({ assert }) => {
    assert.equal(String(MAX_SALE_AMOUNT), '9'.repeat(12))
    assert.isTrue(Number.isSafeInteger(MAX_SALE_AMOUNT * 9_000))
  })
})
