import { test } from '@japa/runner'
import { schemaOf } from '#http/schema_of'
import { conditionRow, typedCondition } from '#http/typed_condition'
import { typedForm } from '#http/typed_form'
import { isCondition } from '#terms/conditions'
import { newCampaign, newRule } from '#validators/campaign'
import type { Condition } from '#terms/types'

const typed = (form: Record<string, unknown>, zone?: string) =>
  typedForm(form, schemaOf(newRule), zone)

test.group('Typed terms: rewards', () => {
  test('a percentage becomes basis points')
    .with([
      ['20', 2000],
      ['12.5', 1250],
      ['12,5', 1250],
      ['0.01', 1],
      ['100', 10_000],
      [' 7 % ', 700],
    ] as const)
    .run(({ assert }, [text, basisPoints]) => {
      const { reward } = typed({ reward: { type: 'percent', rate_bps: text } })
      assert.deepEqual(reward, { type: 'percent', rate_bps: basisPoints })
    })

  test('what is no percentage stays for the validator to refuse')
    .with(['a lot', '12.345', '-5', '1e3'])
    .run(({ assert }, text) => {
      const { reward } = typed({ reward: { type: 'percent', rate_bps: text } })
      assert.deepEqual(reward, { type: 'percent', rate_bps: text })
    })

  test('the fields of the reward that was not chosen say nothing', ({ assert }) => {
    const reward = { type: 'flat', rate_bps: '20', amounts: { USD: '50', EUR: '', JPY: '500' } }
    assert.deepEqual(typed({ reward }), {
      reward: { type: 'flat', amounts: { USD: 5000, JPY: 500 } },
    })
    assert.deepEqual(typed({ reward: { ...reward, type: 'percent' } }), {
      reward: { type: 'percent', rate_bps: 2000 },
    })
  })

  test('a rule without a duration of its own has none', ({ assert }) => {
    assert.deepEqual(typed({ duration: { type: '', months: '' } }), { duration: null })
    assert.deepEqual(typed({ duration: { type: 'months', months: '12' } }), {
      duration: { type: 'months', months: 12 },
    })
    assert.deepEqual(typed({ duration: { type: 'first', months: '12' } }), {
      duration: { type: 'first' },
    })
  })

  test('a time that a browser posts is one of the workspace’s clocks', ({ assert }) => {
    const schema = schemaOf(newCampaign)
    const { starts_at: startsAt } = typedForm(
      { starts_at: '2027-03-01T09:00' },
      schema,
      'Europe/Berlin'
    )
    assert.equal(startsAt, '2027-03-01T09:00:00.000+01:00')
    assert.deepEqual(typedForm({ starts_at: '' }, schema), { starts_at: null })
  })
})

test.group('Typed terms: conditions', () => {
  const rows: [Record<string, string>, Condition][] = [
    [
      { field: 'plan', value: 'annual' },
      { field: 'plan', op: 'is', value: 'annual' },
    ],
    [
      { field: 'country', value: 'US, DE' },
      { field: 'country', op: 'in', value: ['US', 'DE'] },
    ],
    [
      { field: 'amount', value: '1,000.50', currency: 'USD' },
      { field: 'amount', op: 'at_least', value: 100_050, currency: 'USD' },
    ],
    [
      { field: 'amount', value: '49 eur', currency: 'USD' },
      { field: 'amount', op: 'at_least', value: 4900, currency: 'EUR' },
    ],
    [
      { field: 'nth_payment', value: '1, 2' },
      { field: 'nth_payment', op: 'in', value: [1, 2] },
    ],
    [
      { field: 'nth_payment_from', value: '3' },
      { field: 'nth_payment', op: 'at_least', value: 3 },
    ],
    [
      { field: 'new_customer', value: '' },
      { field: 'new_customer', op: 'is', value: true },
    ],
    [
      { field: 'known_customer', value: 'yes' },
      { field: 'new_customer', op: 'is', value: false },
    ],
  ]

  test('a row is a condition, and a condition its row')
    .with(rows)
    .run(({ assert }, [row, condition]) => {
      assert.deepEqual(typedCondition(row), condition)
      assert.isTrue(isCondition(condition))
      assert.deepEqual(typedCondition(conditionRow(condition)), condition)
    })

  test('rows without a question are left out, and no rows are no conditions', ({ assert }) => {
    const empty = { field: '', value: '', currency: 'USD' }
    const all = { 0: empty, 1: { field: 'tag', value: 'gold', currency: 'USD' }, 2: empty }
    assert.deepEqual(typed({ all, any: { 0: empty } }), {
      all: [{ field: 'tag', op: 'is', value: 'gold' }],
      any: [],
    })
  })

  test('an answer that does not fit is no condition')
    .with([
      { field: 'amount', value: 'much', currency: 'USD' },
      { field: 'amount', value: '10 XYZ', currency: 'USD' },
      { field: 'nth_payment', value: 'first' },
      { field: 'plan', value: ' , ' },
      { field: 'colour', value: 'red' },
    ])
    .run(({ assert }, row) => assert.isFalse(isCondition(typedCondition(row))))
})
