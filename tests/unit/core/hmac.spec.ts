import { createHmac } from 'node:crypto'
import { test } from '@japa/runner'
import fc from 'fast-check'
import { hmacUnder } from '#core/hmac'

test.group('HMAC-SHA256 written out', () => {
  test('is that of node:crypto, whatever the key, of texts of any length and script, one after the other', ({
    assert,
  }) => {
    const texts = fc.string({ unit: 'binary', maxLength: 1_000 })
    const keys = fc.string({ unit: 'binary', minLength: 1, maxLength: 100 })
    fc.assert(
      fc.property(keys, fc.array(texts, { maxLength: 5 }), (key, several) => {
        const hmac = hmacUnder(key)
        for (const text of several)
          assert.equal(hmac(text), createHmac('sha256', key).update(text).digest('hex'))
      })
    )
  })
})
