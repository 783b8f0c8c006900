import { test } from '@japa/runner'
import { attributes } from '#views/html'

test.group('Attributes', () => {
  test('values are escaped', ({ assert }) => {
    assert.equal(attributes({ title: '"><script>&' }), 'title="&quot;&gt;&lt;script&gt;&amp;"')
  })

  test('true is a bare name; null, undefined and false are left out', ({ assert }) => {
    assert.equal(
      attributes({ disabled: true, a: null, b: undefined, c: false, value: 0 }),
      'disabled value="0"'
    )
  })
})
