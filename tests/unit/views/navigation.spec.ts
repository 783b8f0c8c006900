import { test } from '@japa/runner'
import { navigation } from '#views/navigation'
import { themeOf } from '#views/theme'

const items = (path: string, may?: (permission: string) => boolean) =>
  navigation(path, may).flatMap((group) => group.items)

test.group('Navigation', () => {
  test('the item of a page and of what lies below it is marked', ({ assert }) => {
    const current = (path: string) =>
      items(path).flatMap((item) => (item.current ? [item.label] : []))
    assert.deepEqual(current('/'), ['Overview'])
    assert.deepEqual(current('/payout_runs/run_1'), ['Payouts'])
    assert.deepEqual(current('/payout_runs_of_others'), [])
    assert.deepEqual(current('/coupons/new'), ['Links'])
    assert.deepEqual(current('/payouts'), ['Payouts'])
  })

  test('what someone may not read is left out', ({ assert }) => {
    const labels = items('/', (permission) => permission === 'v1.links.read').map(
      ({ label }) => label
    )
    assert.deepEqual(labels, ['Overview', 'Links', 'API docs'])
  })
})

test.group('Theme', () => {
  test('the cookie names it, and anything else follows the device', ({ assert }) => {
    const asked = (value: unknown) => themeOf({ plainCookie: () => value })
    assert.equal(asked('dark'), 'dark')
    assert.equal(asked('"><script>'), 'system')
    assert.equal(asked(undefined), 'system')
  })
})
