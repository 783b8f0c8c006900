import { test } from '@japa/runner'
import { hashOf, isWellFormed, newSecret } from '#http/key_secret'
import type { ApiKeyKind } from '#models/types'

const forms: Record<ApiKeyKind, RegExp> = {
  secret: /^trb_live_[0-9A-Za-z]{38}$/,
  affiliate: /^trb_aff_[0-9A-Za-z]{38}$/,
  publishable: /^trb_pub_[0-9A-Za-z]{38}$/,
}

test.group('Secrets of keys', () => {
  test('each kind has its form, and no two are equal', ({ assert }) => {
    for (const [kind, form] of Object.entries(forms)) {
      const made = Array.from({ length: 100 }, () => newSecret(kind as ApiKeyKind).secret)
      for (const secret of made) assert.match(secret, form)
      assert.lengthOf(new Set(made), 100)
      assert.isTrue(made.every(isWellFormed))
    }
  })

  test('a typo anywhere is seen before any query', ({ assert }) => {
    const { secret } = newSecret('secret')
    for (let place = 0; place < secret.length; place++) {
      const other = secret[place] === 'x' ? 'y' : 'x'
      assert.isFalse(isWellFormed(secret.slice(0, place) + other + secret.slice(place + 1)))
    }
    for (const text of ['', 'trb_live_', secret.slice(1), `${secret}0`, secret.slice(0, -1)])
      assert.isFalse(isWellFormed(text), text)
    assert.isFalse(isWellFormed(secret.replace('trb_live_', 'trb_pub_')))
  })

  test('what is stored is a keyed hash', ({ assert }) => {
    const { secret } = newSecret('secret')
    assert.match(hashOf(secret), /^[0-9a-f]{64}$/)
    assert.equal(hashOf(secret), hashOf(secret))
    assert.notEqual(hashOf(secret), hashOf(newSecret('secret').secret))
  })
})
