import { test } from '@japa/runner'
import { familyTarget } from '#money/family'
import { uncapped } from '#terms/caps'
import { earn } from '#terms/earn'
import { shareOf } from '#terms/share'
import { facts, rule, terms } from '#tests/unit/terms/examples'
import type { Caps, Facts, Reward, Standing, Terms } from '#terms/types'

/** Computed by hand, with the sum written out. Amounts are minor units: yen, cents, and thousandths of a dinar. */

const percent = (rate: number): Reward => ({ type: 'percent', rate_bps: Math.round(rate * 100) })
const none: Standing = { soldInMonth: 0, earnedOfCustomer: 0, earnedInMonth: 0 }

function earned(under: Partial<Terms>, given: Partial<Facts>, standing: Partial<Standing> = {}) {
  return earn(terms(under), facts(given), 'UTC', { ...none, ...standing }).amount
}

type Sale = [currency: string, amount: number, rate: number, earns: number, sum: string]

test.group('Worked: a percentage of', () => {
  test('{0} {1}: {4}')
    .with<Sale[]>([
      ['USD', 9_900, 20, 1_980, '99.00 * 0.2 = 19.80'],
      ['USD', 1, 50, 1, '0.01 * 0.5 = 0.005, up'],
      ['USD', 1, 49.99, 0, '0.01 * 0.4999 = 0.004999, down to nothing'],
      ['USD', 3, 50, 2, '0.03 * 0.5 = 0.015, up'],
      ['USD', 3_333, 33.33, 1_111, '33.33 * 0.3333 = 11.108889'],
      ['USD', 1_999, 15, 300, '19.99 * 0.15 = 2.9985'],
      ['USD', 999_999_999_999, 100, 999_999_999_999, 'all of the largest sale'],
      ['USD', 999_999_999_999, 0.01, 100_000_000, '9999999999.99 * 0.0001 = 999999.999999'],
      ['EUR', 4_950, 12.5, 619, '49.50 * 0.125 = 6.1875'],
      ['EUR', 99, 0.5, 0, '0.99 * 0.005 = 0.00495, down to nothing'],
      ['EUR', 100, 0.5, 1, '1.00 * 0.005 = 0.005, up'],
      ['EUR', 123_456, 7.25, 8_951, '1234.56 * 0.0725 = 89.5056'],
      ['EUR', 10_000, 33.34, 3_334, '100.00 * 0.3334 = 33.34'],
      ['JPY', 4_999, 20, 1_000, '4999 * 0.2 = 999.8'],
      ['JPY', 1, 50, 1, '1 * 0.5 = 0.5, up'],
      ['JPY', 1, 49, 0, '1 * 0.49 = 0.49, down to nothing'],
      ['JPY', 12_345, 8, 988, '12345 * 0.08 = 987.6'],
      ['JPY', 3, 16.67, 1, '3 * 0.1667 = 0.5001'],
      ['JPY', 25, 2, 1, '25 * 0.02 = 0.5, up'],
      ['KWD', 9_999, 20, 2_000, '9.999 * 0.2 = 1.9998'],
      ['KWD', 1, 50, 1, '0.001 * 0.5 = 0.0005, up'],
      ['KWD', 12_345, 12.5, 1_543, '12.345 * 0.125 = 1.543125'],
      ['KWD', 1_250, 30, 375, '1.250 * 0.3 = 0.375'],
      ['KWD', 999, 0.05, 0, '0.999 * 0.0005 = 0.0004995, down to nothing'],
      ['KWD', 1_000, 0.05, 1, '1.000 * 0.0005 = 0.0005, up'],
    ])
    .run(({ assert }, [currency, amount, rate, earns]) => {
      assert.equal(earned({ reward: percent(rate) }, { currency, amount }), earns)
    })
})

test.group('Worked: a fixed amount for', () => {
  const flat: Reward = { type: 'flat', amounts: { USD: 500, JPY: 700, KWD: 1_250 } }
  const lead = { event: 'lead', amount: 0, nthPayment: 0 } as const

  test('{title}')
    .with([
      { title: 'a sale of $1.00: 5.00', given: { amount: 100 }, earns: 500 },
      { title: 'a sale of ¥1: 700', given: { currency: 'JPY', amount: 1 }, earns: 700 },
      { title: 'a sale in KWD: 1.250', given: { currency: 'KWD' }, earns: 1_250 },
      {
        title: 'a sale in EUR, which it does not name: nothing',
        given: { currency: 'EUR' },
        earns: 0,
      },
      { title: 'a renewal: 5.00 again', given: { event: 'renewal' as const }, earns: 500 },
      { title: 'a lead, without a rule for leads: nothing', given: lead, earns: 0 },
    ])
    .run(({ assert }, { given, earns }) => {
      assert.equal(earned({ reward: flat }, given), earns)
    })

  test('a lead, by a rule for leads: 2.00', ({ assert }) => {
    const reward: Reward = { type: 'flat', amounts: { USD: 200 } }
    assert.equal(earned({ rules: [rule({ event: 'lead', reward })] }, lead), 200)
  })
})

test.group(
  'Worked: 20%, 25% from $1,000, €900, ¥100,000 or KWD 300, 30% from $5,000 or €4,500,',
  () => {
    const reward: Reward = {
      type: 'percent',
      rate_bps: 2_000,
      tiers: [
        { from: { USD: 100_000, EUR: 90_000, JPY: 100_000, KWD: 300_000 }, rate_bps: 2_500 },
        { from: { USD: 500_000, EUR: 450_000 }, rate_bps: 3_000 },
      ],
    }

    test('{0}: {1} sold before, of {2}: {4}')
      .with<[string, number, number, number, string][]>([
        [
          'USD',
          0,
          150_000,
          30_000,
          '1500.00 * 0.2 = 300.00: what crosses a tier has the rate before it',
        ],
        ['USD', 99_999, 10_000, 2_000, '100.00 * 0.2 = 20.00'],
        ['USD', 100_000, 10_000, 2_500, '100.00 * 0.25 = 25.00: the tier begins with its amount'],
        ['USD', 499_999, 10_000, 2_500, '100.00 * 0.25 = 25.00'],
        ['USD', 500_000, 10_000, 3_000, '100.00 * 0.3 = 30.00'],
        ['USD', 100_000_000, 2, 1, '0.02 * 0.3 = 0.006'],
        ['EUR', 89_999, 9_999, 2_000, '99.99 * 0.2 = 19.998'],
        ['EUR', 90_000, 9_999, 2_500, '99.99 * 0.25 = 24.9975'],
        ['EUR', 450_000, 9_999, 3_000, '99.99 * 0.3 = 29.997'],
        ['JPY', 99_999, 4_999, 1_000, '4999 * 0.2 = 999.8'],
        ['JPY', 100_000, 4_999, 1_250, '4999 * 0.25 = 1249.75'],
        ['JPY', 900_000, 4_999, 1_250, '4999 * 0.25 = 1249.75: the second tier names no yen'],
        ['KWD', 299_999, 9_999, 2_000, '9.999 * 0.2 = 1.9998'],
        ['KWD', 300_000, 9_999, 2_500, '9.999 * 0.25 = 2.49975'],
        ['GBP', 900_000_000, 1_000, 200, '10.00 * 0.2 = 2.00: no tier names pounds'],
      ])
      .run(({ assert }, [currency, soldInMonth, amount, earns]) => {
        assert.equal(earned({ reward }, { currency, amount }, { soldInMonth }), earns)
      })
  }
)

test.group('Worked: 20%, at most', () => {
  const each: Partial<Caps> = {
    perCommission: { USD: 1_500, EUR: 1_400, JPY: 1_500, KWD: 5_000 },
  }
  const customer: Partial<Caps> = { perCustomer: { USD: 5_000 } }
  const month: Partial<Caps> = { perMonth: { USD: 10_000, JPY: 10_000, KWD: 1_000 } }
  const all: Partial<Caps> = { ...each, ...customer, ...month }
  const of = (amount: number) => ({ earnedOfCustomer: amount })
  const inMonth = (amount: number) => ({ earnedInMonth: amount })

  test('{1} {2}: {4}')
    .with<[Partial<Caps>, string, number, number, string, Partial<Standing>?][]>([
      [each, 'USD', 10_000, 1_500, '20.00, cut to 15.00'],
      [each, 'USD', 7_500, 1_500, '15.00: the cap itself'],
      [each, 'USD', 7_503, 1_500, '15.006 is 15.01, cut to 15.00'],
      [each, 'EUR', 7_002, 1_400, '14.004 is 14.00: nothing to cut'],
      [each, 'JPY', 7_503, 1_500, '1500.6 is 1501, cut to 1500'],
      [each, 'KWD', 25_004, 5_000, '5.0008 is 5.001, cut to 5.000'],
      [each, 'GBP', 100_000, 20_000, '200.00: no cap names pounds'],
      [customer, 'USD', 30_000, 5_000, '60.00, cut to 50.00'],
      [customer, 'USD', 10_000, 2_000, '50.00 - 30.00 leaves all of 20.00', of(3_000)],
      [customer, 'USD', 10_000, 1_999, '50.00 - 30.01 = 19.99', of(3_001)],
      [customer, 'USD', 10, 1, '50.00 - 49.99 = 0.01', of(4_999)],
      [customer, 'USD', 10_000, 0, '50.00 - 50.00 = 0', of(5_000)],
      [customer, 'USD', 10_000, 0, '50.00 - 60.00: no room, and nothing is taken', of(6_000)],
      [customer, 'EUR', 100_000, 20_000, '200.00: the cap is in dollars', of(5_000)],
      [month, 'USD', 10_000, 500, '100.00 - 95.00 = 5.00', inMonth(9_500)],
      [month, 'JPY', 100, 1, '10000 - 9999 = 1', inMonth(9_999)],
      [month, 'KWD', 10_000, 600, '1.000 - 0.400 = 0.600', inMonth(400)],
      [all, 'USD', 10_000, 500, '15.00, 10.00 or 5.00: 5.00', { ...of(4_000), ...inMonth(9_500) }],
      [all, 'USD', 10_000, 400, '15.00, 4.00 or 5.00: 4.00', { ...of(4_600), ...inMonth(9_500) }],
      [all, 'USD', 10_000, 1_500, '15.00, 50.00 or 100.00: 15.00'],
    ])
    .run(({ assert }, [caps, currency, amount, earns, , standing]) => {
      const under = { reward: percent(20), caps: { ...uncapped, ...caps } }
      assert.equal(earned(under, { currency, amount }, standing), earns)
    })

  test('a fixed amount of 5.00 is cut, too: 12.00 - 10.00 = 2.00', ({ assert }) => {
    const reward: Reward = { type: 'flat', amounts: { USD: 500 } }
    const caps = { ...uncapped, perCustomer: { USD: 1_200 } }
    assert.equal(earned({ reward, caps }, {}, of(1_000)), 200)
  })

  test('a cap cuts what the tier gave: 100.00 * 0.3 = 30.00, cut to 15.00', ({ assert }) => {
    const reward: Reward = {
      type: 'percent',
      rate_bps: 2_000,
      tiers: [{ from: { USD: 1 }, rate_bps: 3_000 }],
    }
    const under = { reward, caps: { ...uncapped, ...each } }
    assert.equal(earned(under, { amount: 10_000 }, { soldInMonth: 1 }), 1_500)
  })
})

test.group('Worked: the referrer’s share of', () => {
  test('{0} {1}: {4}')
    .with<Sale[]>([
      ['USD', 9_999, 5, 500, '99.99 * 0.05 = 4.9995'],
      ['USD', 1, 100, 1, '0.01 * 1 = 0.01'],
      ['USD', 4_999, 0.01, 0, '49.99 * 0.0001 = 0.004999, down to nothing'],
      ['USD', 5_000, 0.01, 1, '50.00 * 0.0001 = 0.005, up'],
      ['JPY', 4_999, 3, 150, '4999 * 0.03 = 149.97'],
      ['EUR', 19, 2.5, 0, '0.19 * 0.025 = 0.00475, down to nothing'],
      ['EUR', 20, 2.5, 1, '0.20 * 0.025 = 0.005, up'],
      ['KWD', 9_999, 1, 100, '9.999 * 0.01 = 0.09999'],
    ])
    .run(({ assert }, [currency, amount, rate, earns]) => {
      assert.equal(shareOf(Math.round(rate * 100), facts({ currency, amount })).amount, earns)
    })
})

test.group('Worked: after a refund, of a commission of', () => {
  test('{0}: {4}')
    .with<[original: number, sale: number, refunded: number, left: number, sum: string][]>([
      [1_980, 9_900, 3_300, 1_320, '19.80 * 66.00 / 99.00 = 13.20'],
      [495, 9_900, 3_300, 330, 'the share: 4.95 * 66.00 / 99.00 = 3.30'],
      [1_500, 9_900, 3_300, 1_000, 'capped: 15.00 * 66.00 / 99.00 = 10.00'],
      [1_000, 4_999, 1_000, 800, '1000 * 3999 / 4999 = 799.96'],
      [2_000, 9_999, 3_333, 1_333, '2.000 * 6.666 / 9.999 = 1.33333'],
      [500, 10_000, 9_999, 0, '5.00 * 0.01 / 100.00 = 0.0005, down to nothing'],
      [500, 10_000, 9_900, 5, '5.00 * 1.00 / 100.00 = 0.05'],
    ])
    .run(({ assert }, [original, conversionAmount, refunded, left]) => {
      const target = familyTarget({ original, conversionAmount, refunded, voided: false })
      assert.equal(target, left)
    })
})
