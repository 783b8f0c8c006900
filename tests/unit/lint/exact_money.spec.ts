import { test } from '@japa/runner'
import { Linter } from 'eslint'

/** Plain JavaScript, which this configuration's compiler does not read. */
const path = '../../../eslint_rules/exact_money.js'
const { exactMoney } = await import(path)

function faultsOf(code: string): (string | undefined)[] {
  const config = {
    plugins: { money: { rules: { 'exact-money': exactMoney } } },
    rules: { 'money/exact-money': 'error' as const },
  }
  return new Linter().verify(code, [config]).map(({ messageId, message }) => messageId ?? message)
}

test.group('The lint rule of exact money', () => {
  test('finds {code}')
    .with([
      { code: 'amount / 100', fault: 'scales' },
      { code: 'payout.amount * 100', fault: 'scales' },
      { code: '0.2 * row.total', fault: 'scales' },
      { code: 'refundedAmount * rate', fault: 'scales' },
      { code: 'refunded_amount / 2', fault: 'scales' },
      { code: 'balance["closing"] / 2', fault: 'scales' },
      { code: '(sum - before) / before', fault: 'scales' },
      { code: '(await limit).minimum ** 2', fault: 'scales' },
      { code: 'let amount = 1; amount *= 3', fault: 'scales' },
      { code: '(amount ?? 0) * 3', fault: 'scales' },
      { code: 'row?.amount / 3', fault: 'scales' },
      { code: 'Math.round(amount)', fault: 'rounds' },
      { code: 'Math.floor(total)', fault: 'rounds' },
      { code: 'Number(row.total ?? 0)', fault: 'reads' },
      { code: 'Number.parseInt(amount)', fault: 'reads' },
      { code: '+input.amount', fault: 'reads' },
      { code: 'amount + 0.5', fault: 'fraction' },
      { code: 'count.toFixed(2)', fault: 'prints' },
      { code: 'parseFloat(text)', fault: 'parses' },
      { code: 'Number.parseFloat(text)', fault: 'parses' },
    ])
    .run(({ assert }, { code, fault }) => {
      assert.deepEqual(faultsOf(code), [fault])
    })

  test('leaves {$self} alone')
    .with([
      'amount + other.amount - 1',
      '-amount',
      'amount > minimum',
      'amount % 10',
      'sum([amount, minorUnits(row.total)])',
      'percentOf(amount, 2000)',
      'Number(row.count) / 2',
      'totalCount / limit',
      'pages.total_pages * 2',
      'Math.round(seconds)',
      'amounts.length / 2',
      'Math.max(amount, 0)',
    ])
    .run(({ assert }, code) => {
      assert.deepEqual(faultsOf(code), [])
    })
})
