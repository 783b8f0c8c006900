import { test } from '@japa/runner'
import { initials, number, plural } from '#views/words'

test.group('Words and numbers for people', () => {
  test('thousands are set apart', ({ assert }) => {
    assert.equal(number(1234567), '1,234,567')
  })

  test('one is singular, all else plural', ({ assert }) => {
    assert.equal(plural(1, 'commission'), '1 commission')
    assert.equal(plural(0, 'commission'), '0 commissions')
    assert.equal(plural(1200, 'entry', 'entries'), '1,200 entries')
  })

  test('initials stand for a name or an e-mail')
    .with([
      ['Jane Doe', 'JD'],
      ['Jane van Dyke', 'JD'],
      ['acme', 'A'],
      ['jane.doe@example.com', 'JD'],
      ['Łukasz Żak', 'ŁŻ'],
      ['', '?'],
    ] as const)
    .run(({ assert }, [name, letters]) => assert.equal(initials(name), letters))
})
