import fc from 'fast-check'
import { test } from '@japa/runner'
import {
  allows,
  isWithin,
  mapKeys,
  mapOfScopes,
  permissions,
  roles,
  scopes,
  type Permission,
} from '#http/permissions'
import type { PermissionMap } from '#models/types'

const numRuns = 500 * Number(process.env.TEST_SCALE ?? 1)
const maps = fc.dictionary(fc.constantFrom(...mapKeys), fc.boolean(), { noNullPrototype: true })
const anyPermission = fc.constantFrom(...permissions)
const wildcardOf = (permission: Permission) => permission.replace(/\w+$/, '*')

test.group('Permission maps', () => {
  test('the most specific entry decides, and absent is no', ({ assert }) => {
    const rows: [PermissionMap, boolean][] = [
      [{}, false],
      [{ all: true }, true],
      [{ all: false }, false],
      [{ 'all': true, 'v1.payouts.*': false }, false],
      [{ 'all': false, 'v1.payouts.*': true }, true],
      [{ 'v1.payouts.*': true, 'v1.payouts.approve': false }, false],
      [{ 'v1.payouts.*': false, 'v1.payouts.approve': true }, true],
      [{ 'all': true, 'v1.payouts.*': true, 'v1.payouts.approve': false }, false],
      [{ 'v1.payouts.write': true, 'v1.commissions.*': true }, false],
    ]
    for (const [map, allowed] of rows)
      assert.equal(allows(map, 'v1.payouts.approve'), allowed, JSON.stringify(map))
  })

  test('an entry of its own decides whatever stands beside it, in any order', ({ assert }) => {
    fc.assert(
      fc.property(maps, anyPermission, fc.boolean(), (map, permission, yes) => {
        assert.equal(allows({ ...map, [permission]: yes }, permission), yes)
        const { [permission]: own, ...rest } = map
        assert.equal(allows({ ...rest, [wildcardOf(permission)]: yes }, permission), yes)
        const reversed = Object.fromEntries(Object.entries(map).toReversed())
        assert.equal(allows(reversed, permission), allows(map, permission))
      }),
      { numRuns }
    )
  })

  test('a map is within another when it allows nothing more', ({ assert }) => {
    fc.assert(
      fc.property(maps, maps, anyPermission, (inner, outer, permission) => {
        if (!isWithin(inner, outer)) return
        assert.isTrue(!allows(inner, permission) || allows(outer, permission))
      }),
      { numRuns }
    )
    fc.assert(
      fc.property(maps, (map) => isWithin(map, map) && isWithin(map, { all: true })),
      { numRuns }
    )
    assert.isFalse(isWithin({ all: true }, roles.member))
  })

  test('scopes expand: writing includes reading, and only the whole approves', ({ assert }) => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...scopes)),
        anyPermission,
        (given, permission) => {
          const [, , action] = permission.split('.')
          const expected =
            given.includes('*') ||
            (action === 'read' && (given.includes('read') || given.includes('write'))) ||
            (action === 'write' && given.includes('write')) ||
            (permission === 'v1.track.write' && given.includes('track'))
          assert.equal(allows(mapOfScopes(given), permission), expected, `${given} ${permission}`)
        }
      ),
      { numRuns }
    )
  })

  test('a member reads, writes the program, and neither pays nor manages', ({ assert }) => {
    const writes = permissions.filter(
      (permission) => !permission.endsWith('.read') && allows(roles.member, permission)
    )
    assert.sameMembers(writes, [
      ...(['campaigns', 'affiliates', 'links', 'coupons'] as const).map(
        (resource) => `v1.${resource}.write` as const
      ),
    ])
  })
})
