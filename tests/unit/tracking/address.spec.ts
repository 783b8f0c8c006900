import { test } from '@japa/runner'
import { hashAddress } from '#tracking/address'

const march = Date.parse('2026-03-31T23:59:59Z')
const april = Date.parse('2026-04-01T00:00:00Z')

test.group('The hash of an address', () => {
  test('is the same within a month, and another in the next', ({ assert }) => {
    const first = hashAddress('203.0.113.9', march)
    assert.match(first, /^[0-9a-f]{64}$/)
    assert.equal(hashAddress('203.0.113.9', Date.parse('2026-03-01T00:00:00Z')), first)
    assert.notEqual(hashAddress('203.0.113.9', april), first)
    assert.equal(hashAddress('203.0.113.9', march), first)
  })

  test('tells two addresses apart', ({ assert }) => {
    assert.notEqual(hashAddress('203.0.113.9', march), hashAddress('203.0.113.8', march))
  })
})
