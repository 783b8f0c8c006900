import fc from 'fast-check'
import { test } from '@japa/runner'
import { currencyCodes, MAX_SALE_AMOUNT } from '#money/currencies'
import { formatDecimal, formatMoney, parseDecimal } from '#money/format'
import { runs } from '#tests/unit/money/runs'

const NBSP = '\u00a0'
const MINUS = '\u2212'

test.group('Money in words', () => {
  test('{amount} {currency} reads {reads}')
    .with([
      { amount: 9_900, currency: 'USD', reads: '$99.00' },
      { amount: -1_250, currency: 'USD', reads: `${MINUS}$12.50` },
      { amount: 1, currency: 'USD', reads: '$0.01' },
      { amount: 0, currency: 'USD', reads: '$0.00' },
      { amount: 123_456_789, currency: 'EUR', reads: '€1,234,567.89' },
      { amount: 500, currency: 'JPY', reads: '¥500' },
      { amount: -500, currency: 'JPY', reads: `${MINUS}¥500` },
      { amount: 1_250, currency: 'KWD', reads: `KWD${NBSP}1.250` },
      { amount: -5, currency: 'KWD', reads: `${MINUS}KWD${NBSP}0.005` },
      { amount: 12_345, currency: 'CLF', reads: `CLF${NBSP}1.2345` },
      { amount: 500, currency: 'IQD', reads: `IQD${NBSP}0.500` },
      { amount: 999_999_999_999, currency: 'JPY', reads: '¥999,999,999,999' },
      { amount: 999_999_999_999, currency: 'USD', reads: '$9,999,999,999.99' },
      { amount: 999_999_999_999, currency: 'KWD', reads: `KWD${NBSP}999,999,999.999` },
      { amount: 999_999_999_999, currency: 'CLF', reads: `CLF${NBSP}99,999,999.9999` },
      { amount: 9_007_199_254_740_991, currency: 'USD', reads: '$90,071,992,547,409.91' },
    ])
    .run(({ assert }, { amount, currency, reads }) => {
      assert.equal(formatMoney(amount, currency), reads)
    })

  test('follows the locale', ({ assert }) => {
    assert.equal(formatMoney(-123_450, 'EUR', 'de'), `${MINUS}1.234,50${NBSP}€`)
  })

  test('shows the same digits as the plain decimal, in every currency', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: MAX_SALE_AMOUNT }),
        fc.constantFrom(...currencyCodes),
        (amount, currency) =>
          formatMoney(amount, currency)
            .replace(/[^\d.]/g, '')
            .replace(/^\./, '') === formatDecimal(amount, currency)
      ),
      runs
    )
  }).disableTimeout()

  test('refuses a fraction and what is no currency', ({ assert }) => {
    assert.throws(() => formatMoney(0.5, 'USD'), RangeError)
    assert.throws(() => formatMoney(5, 'XAU'), RangeError)
  })
})

test.group('Plain decimals', () => {
  test('{amount} {currency} is {text} in a file, and back')
    .with([
      { amount: 9_900, currency: 'USD', text: '99.00' },
      { amount: -1_250, currency: 'EUR', text: '-12.50' },
      { amount: 5, currency: 'EUR', text: '0.05' },
      { amount: 0, currency: 'USD', text: '0.00' },
      { amount: 500, currency: 'JPY', text: '500' },
      { amount: 1_250, currency: 'KWD', text: '1.250' },
      { amount: -7, currency: 'KWD', text: '-0.007' },
      { amount: 1, currency: 'CLF', text: '0.0001' },
      { amount: 999_999_999_999, currency: 'USD', text: '9999999999.99' },
    ])
    .run(({ assert }, { amount, currency, text }) => {
      assert.equal(formatDecimal(amount, currency), text)
      assert.strictEqual(parseDecimal(text, currency), amount)
    })

  test('{text} {currency} means {amount}')
    .with([
      { text: '99', currency: 'USD', amount: 9_900 },
      { text: '99.5', currency: 'USD', amount: 9_950 },
      { text: '0099.50', currency: 'USD', amount: 9_950 },
      { text: '-0', currency: 'USD', amount: 0 },
      { text: '1.2', currency: 'KWD', amount: 1_200 },
    ])
    .run(({ assert }, { text, currency, amount }) => {
      assert.strictEqual(parseDecimal(text, currency), amount)
    })

  test('{text} is no amount of {currency}')
    .with([
      { text: '', currency: 'USD' },
      { text: '99.001', currency: 'USD' },
      { text: '500.0', currency: 'JPY' },
      { text: '1.2345', currency: 'KWD' },
      { text: '1,000.00', currency: 'USD' },
      { text: '1e3', currency: 'USD' },
      { text: '.50', currency: 'USD' },
      { text: '5.', currency: 'USD' },
      { text: '+5', currency: 'USD' },
      { text: '--5', currency: 'USD' },
      { text: ' 5', currency: 'USD' },
      { text: '5\n', currency: 'USD' },
      { text: '٥', currency: 'USD' },
      { text: '0x10', currency: 'USD' },
      { text: 'NaN', currency: 'USD' },
      { text: '9007199254740992', currency: 'JPY' },
      { text: '90071992547409.92', currency: 'USD' },
    ])
    .run(({ assert }, { text, currency }) => {
      assert.isNull(parseDecimal(text, currency))
    })

  test('come back as what they were, in every currency', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -MAX_SALE_AMOUNT, max: MAX_SALE_AMOUNT }),
        fc.constantFrom(...currencyCodes),
        (amount, currency) => parseDecimal(formatDecimal(amount, currency), currency) === amount
      ),
      runs
    )
  }).disableTimeout()
})
