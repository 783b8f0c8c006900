import vine from '@vinejs/vine'
import { test } from '@japa/runner'
import { schemaOf } from '#http/schema_of'
import { strangeFields } from '#http/strange_fields'
import { duration, reward } from '#validators/terms'

test.group('Strange fields', () => {
  const validator = vine.create({
    name: vine.string(),
    note: vine.string().nullable().optional(),
    reward: reward().optional(),
    duration: duration().optional().nullable(),
    metadata: vine.record(vine.string()).optional(),
    items: vine.array(vine.object({ id: vine.string() })).optional(),
  })
  const strange = (data: object) =>
    strangeFields(data, schemaOf(validator)).map(({ field, rule }) => `${field} ${rule}`)

  test('a union that may be left out is not among the required', ({ assert }) => {
    assert.deepEqual(schemaOf(validator).required, ['name'])
  })

  test('what the validator knows passes', ({ assert }) => {
    const data = {
      name: 'x',
      note: null,
      reward: { type: 'flat', amounts: { USD: 1 } },
      duration: null,
      metadata: { anything: 'goes', constructor: 'too' },
      items: [{ id: '1' }],
    }
    assert.deepEqual(strange(data), [])
  })

  test('unknown fields are named where they stand', ({ assert }) => {
    assert.deepEqual(strange({ typo: 1, items: [{ id: '1' }, { di: '2' }] }), [
      'typo unknown',
      'items.1.di unknown',
    ])
  })

  test('the fields of another kind of reward are unknown', ({ assert }) => {
    const mixed = { type: 'percent', rate_bps: 1, amounts: {} }
    assert.deepEqual(strange({ reward: mixed }), ['reward.amounts unknown'])
  })

  test('null is refused where it is no value', ({ assert }) => {
    assert.deepEqual(strange({ name: null, reward: null, metadata: { a: null } }), [
      'name null',
      'reward null',
      'metadata.a null',
    ])
  })

  test('names of JavaScript’s own are names like any other', ({ assert }) => {
    assert.deepEqual(strange(JSON.parse('{"__proto__": {}, "constructor": 1, "toString": 2}')), [
      '__proto__ unknown',
      'constructor unknown',
      'toString unknown',
    ])
  })
})
