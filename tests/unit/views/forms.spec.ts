import { test } from '@japa/runner'
import { errorsOf, fieldId, formField } from '#views/forms'

function flashed(values: Record<string, unknown>) {
  return {
    has: (key: string) => key in values,
    get: (key: string, fallback?: unknown) => values[key] ?? fallback,
  }
}

test.group('Form fields', () => {
  test('a fresh field has what the page gives', ({ assert }) => {
    assert.deepEqual(formField({ name: 'email', value: 'jane@example.com' }), {
      id: 'field-email',
      errors: [],
      value: 'jane@example.com',
      describedBy: null,
      invalid: false,
    })
  })

  test('a field that failed has its error and what was typed', ({ assert }) => {
    const field = formField({
      name: 'email',
      hint: 'At work',
      value: 'jane@example.com',
      errors: { email: ['Not an e-mail'] },
      input: { email: 'jane' },
    })
    assert.equal(field.value, 'jane')
    assert.deepEqual(field.errors, ['Not an e-mail'])
    assert.equal(field.describedBy, 'field-email-hint field-email-error')
    assert.isTrue(field.invalid)
  })

  test('what was cleared stays cleared', ({ assert }) => {
    assert.equal(formField({ name: 'email', value: 'old', input: { email: '' } }).value, '')
  })

  test('errors and input are read from the flash of a redirect too', ({ assert }) => {
    const flashMessages = flashed({ inputErrorsBag: { email: ['Taken'] }, email: 'jane' })
    const field = formField({ name: 'email', value: 'old', flashMessages })
    assert.equal(field.value, 'jane')
    assert.deepEqual(field.errors, ['Taken'])
  })

  test('a flash that is no failed form leaves the value alone', ({ assert }) => {
    const flashMessages = flashed({ notice: 'Saved', name: 'other' })
    assert.equal(formField({ name: 'name', value: 'mine', flashMessages }).value, 'mine')
  })

  test('a name in brackets meets the validator by its path', ({ assert }) => {
    const field = formField({
      name: 'reward[rate_bps]',
      errors: { 'reward.rate_bps': 'Too much' },
      input: { reward: { rate_bps: '99999' } },
    })
    assert.equal(field.id, 'field-reward-rate_bps')
    assert.equal(field.value, '99999')
    assert.deepEqual(field.errors, ['Too much'])
    assert.equal(fieldId('reward.rate_bps'), field.id)
  })

  test("the API's details are errors by field", ({ assert }) => {
    const errors = [
      { field: 'name', message: 'Required' },
      { field: 'name', message: 'Too short' },
    ]
    assert.deepEqual(errorsOf({ errors }), { name: ['Required', 'Too short'] })
  })
})
