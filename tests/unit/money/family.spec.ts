import { test } from '@japa/runner'
import { familyTarget, settlement, type CommissionState } from '#money/family'

function row(amount: number, state: CommissionState) {
  return { id: `${amount} ${state}`, amount, state }
}

test.group("A family's target", () => {
  test('{currency}: {original} of {sale} with {refunded} refunded leaves {is}')
    .with([
      // USD: 20% of 99.00 is 19.80
      { currency: 'USD', original: 1_980, sale: 9_900, refunded: 0, is: 1_980 }, // nothing refunded
      { currency: 'USD', original: 1_980, sale: 9_900, refunded: 4_950, is: 990 }, // 19.80 * 49.50 / 99.00 = 9.90
      { currency: 'USD', original: 1_980, sale: 9_900, refunded: 3_300, is: 1_320 }, // 19.80 * 66.00 / 99.00 = 13.20
      { currency: 'USD', original: 1_980, sale: 9_900, refunded: 1, is: 1_980 }, // 19.80 * 98.99 / 99.00 = 19.798
      { currency: 'USD', original: 1_980, sale: 9_900, refunded: 9_899, is: 0 }, // 19.80 * 0.01 / 99.00 = 0.002
      { currency: 'USD', original: 1_980, sale: 9_900, refunded: 9_900, is: 0 }, // all refunded
      // EUR: a flat 5.00 for a sale of 30.00
      { currency: 'EUR', original: 500, sale: 3_000, refunded: 1_000, is: 333 }, // 5.00 * 20 / 30 = 3.333...
      { currency: 'EUR', original: 500, sale: 3_000, refunded: 2_000, is: 167 }, // 5.00 * 10 / 30 = 1.666...
      { currency: 'EUR', original: 501, sale: 3_000, refunded: 1_500, is: 251 }, // 5.01 / 2 = 2.505, half up
      // JPY: 10% of 4,999 is 500
      { currency: 'JPY', original: 500, sale: 4_999, refunded: 2_500, is: 250 }, // 500 * 2,499 / 4,999 = 249.95
      { currency: 'JPY', original: 500, sale: 4_999, refunded: 4_998, is: 0 }, // 500 * 1 / 4,999 = 0.1
      { currency: 'JPY', original: 25, sale: 250, refunded: 125, is: 13 }, // 25 / 2 = 12.5, half up
      // KWD: 12.5% of 9.999 is 1.250
      { currency: 'KWD', original: 1_250, sale: 9_999, refunded: 3_333, is: 833 }, // 1.250 * 2 / 3 = 0.8333...
      { currency: 'KWD', original: 1_250, sale: 9_999, refunded: 6_666, is: 417 }, // 1.250 / 3 = 0.41666...
      // the largest sale, a third of it refunded: 333,300,000,000 * 2 / 3 = 222,200,000,000
      {
        currency: 'KWD',
        original: 333_300_000_000,
        sale: 999_999_999_999,
        refunded: 333_333_333_333,
        is: 222_200_000_000,
      },
    ])
    .run(({ assert }, { original, sale, refunded, is }) => {
      const family = { original, conversionAmount: sale, refunded, voided: false }
      assert.strictEqual(familyTarget(family), is)
    })

  test('is the whole original for a conversion of {conversionAmount}')
    .with([{ conversionAmount: 0 }, { conversionAmount: null }])
    .run(({ assert }, { conversionAmount }) => {
      const family = { original: 500, conversionAmount, refunded: 0, voided: false }
      assert.equal(familyTarget(family), 500)
    })

  test('of a negative adjustment is the whole of it', ({ assert }) => {
    const family = { original: -700, conversionAmount: null, refunded: 0, voided: false }
    assert.equal(familyTarget(family), -700)
  })

  test('is zero once a person voided it, whatever was refunded', ({ assert }) => {
    const family = { original: 1_980, conversionAmount: 9_900, refunded: 100, voided: true }
    assert.equal(familyTarget(family), 0)
  })

  test('refuses {refunded} refunded of 9900')
    .with([{ refunded: 9_901 }, { refunded: -1 }])
    .run(({ assert }, { refunded }) => {
      const family = { original: 1_980, conversionAmount: 9_900, refunded, voided: false }
      assert.throws(() => familyTarget(family), RangeError)
    })
})

test.group('Settlement', () => {
  test('{title}')
    .with([
      {
        title: 'leaves a family at its target alone',
        target: 1_980,
        rows: [row(1_980, 'pending')],
        is: { kind: 'nothing' },
      },
      {
        title: 'adds what a partial refund takes, also while pending',
        target: 990, // 9.90 - 19.80 = -9.90
        rows: [row(1_980, 'pending')],
        is: { kind: 'add', amount: -990 },
      },
      {
        title: 'counts the reversals that are there',
        target: 660, // 6.60 - (19.80 - 9.90) = -3.30
        rows: [row(1_980, 'due'), row(-990, 'due')],
        is: { kind: 'add', amount: -330 },
      },
      {
        title: 'voids all of a held family at zero',
        target: 0,
        rows: [row(1_980, 'held')],
        is: { kind: 'void_all' },
      },
      {
        title: 'voids an original and its reversals at zero, also when they already sum to it',
        target: 0,
        rows: [row(1_980, 'due'), row(-1_980, 'due')],
        is: { kind: 'void_all' },
      },
      {
        title: 'voids nothing twice',
        target: 0,
        rows: [row(1_980, 'voided'), row(-990, 'voided')],
        is: { kind: 'nothing' },
      },
      {
        title: 'takes back what was paid by a negative row',
        target: 0,
        rows: [row(1_980, 'paid')],
        is: { kind: 'add', amount: -1_980 },
      },
      {
        title: 'takes back what is processing by a negative row',
        target: 0,
        rows: [row(1_980, 'processing')],
        is: { kind: 'add', amount: -1_980 },
      },
      {
        title: 'takes back only what is left of what was paid',
        target: 0, // 0 - (19.80 - 9.90) = -9.90
        rows: [row(1_980, 'paid'), row(-990, 'due')],
        is: { kind: 'add', amount: -990 },
      },
      {
        title: 'leaves a paid family whose rows sum to zero alone',
        target: 0,
        rows: [row(1_980, 'paid'), row(-1_980, 'due')],
        is: { kind: 'nothing' },
      },
      {
        title: 'does not void an original whose reversal is processing',
        target: 0, // 0 - (19.80 - 9.90) = -9.90
        rows: [row(1_980, 'due'), row(-990, 'processing')],
        is: { kind: 'add', amount: -990 },
      },
      {
        title: 'brings back a voided commission by one new row when a chargeback is won',
        target: 1_980,
        rows: [row(1_980, 'voided')],
        is: { kind: 'add', amount: 1_980 },
      },
      {
        title: 'brings back what was taken from a paid commission',
        target: 1_980,
        rows: [row(1_980, 'paid'), row(-1_980, 'paid')],
        is: { kind: 'add', amount: 1_980 },
      },
    ] as const)
    .run(({ assert }, { target, rows, is }) => {
      assert.deepEqual(settlement({ target, rows: [...rows] }), is)
    })
})
