import { test } from '@japa/runner'
import { typedForm } from '#http/typed_form'
import type { Schema } from '#http/schema_of'

const schema: Schema = {
  type: 'object',
  properties: {
    default: { type: 'boolean' },
    permissions: { type: 'object', additionalProperties: { type: 'boolean' } },
    metadata: { type: 'object', additionalProperties: { type: 'string' } },
    minimums: { type: 'object', format: 'amounts' },
    approvals: {
      type: 'object',
      properties: {
        required: { enum: [1, 2] },
        two_above: { type: 'object', format: 'amounts' },
      },
    },
  },
}

test.group('Typed form', () => {
  test('the values of a record of booleans are booleans', ({ assert }) => {
    const form = { permissions: { 'all': 'false', 'v1.payouts.read': 'true' } }
    assert.deepEqual(typedForm(form, schema), {
      permissions: { 'all': false, 'v1.payouts.read': true },
    })
  })

  test('a ticked box counts before the hidden value of the same name', ({ assert }) => {
    assert.deepEqual(typedForm({ default: ['false', 'true'] }, schema), { default: true })
    assert.deepEqual(typedForm({ permissions: { all: ['false', 'true'] } }, schema), {
      permissions: { all: true },
    })
  })

  test('the values of a record of text stay text', ({ assert }) => {
    assert.deepEqual(typedForm({ metadata: { plan: '1', empty: '' } }, schema), {
      metadata: { plan: '1' },
    })
  })

  test('amounts are minor units of their own currency, also in a nested field', ({ assert }) => {
    const form = {
      minimums: { USD: '50.00', JPY: '5000', EUR: '' },
      approvals: { required: '2', two_above: { USD: '10,000' } },
    }
    assert.deepEqual(typedForm(form, schema), {
      minimums: { USD: 5000, JPY: 5000 },
      approvals: { required: 2, two_above: { USD: 1_000_000 } },
    })
  })
})
