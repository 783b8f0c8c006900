import { createHmac } from 'node:crypto'
import { test } from '@japa/runner'
import fc from 'fast-check'
import env from '#start/env'
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

  test('is HMAC-SHA256 under a key of the month', ({ assert }) => {
    const secret = env.get('APP_KEY').release()
    const key = createHmac('sha256', secret).update('clicks 2026-03').digest()
    const addresses = fc.oneof(fc.ipV4(), fc.ipV6(), fc.string())
    fc.assert(
      fc.property(addresses, (ip) => {
        assert.equal(hashAddress(ip, march), createHmac('sha256', key).update(ip).digest('hex'))
      })
    )
  })

  test('tells two addresses apart', ({ assert }) => {
    assert.notEqual(hashAddress('203.0.113.9', march), hashAddress('203.0.113.8', march))
  })
})
