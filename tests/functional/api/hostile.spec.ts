import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { limits } from '#http/rate_limit'
import { schemaOf } from '#http/schema_of'
import { isForKeys, routes } from '#tests/support/actions'
import { scale, seed } from '#tests/support/seed'
import { apiWorld } from '#tests/support/api_world'
import { picker } from '#tests/support/fuzz'
import { at, hostileValues, html, placesIn, put, sample, sql } from '#tests/support/hostile'

const pick = picker(seed)
const writes = routes.filter(
  ({ action, method }) => method !== 'GET' && action.takes && isForKeys({ action })
)

test.group(`Hostile bodies, seed ${seed}`, (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => {
    const before = { ...limits }
    Object.assign(limits, { api: 0, track: 0 })
    return () => void Object.assign(limits, before)
  })

  test('each field with each hostile value: the contract’s error, nothing half-written, text as it was', async ({
    assert,
  }) => {
    const { api, known, pathOf } = await apiWorld()
    const faults: string[] = []
    let counts = await rowsOf()
    for (const route of writes) {
      const body = sample(schemaOf(route.action.takes!), known) as object
      const path = pathOf(route)
      for (const place of [...placesIn(body), ['typo']]) {
        for (const value of someOf(hostileValues)) {
          const sent = put(body, place, value)
          const about = `${route.name} ${place.join('.')} = ${JSON.stringify(value)?.slice(0, 60)}`
          const { status, body: answer } = await api
            .send(route.method, path, sent)
            .catch((error) => {
              faults.push(`${about}: ${error.message}`)
              return { status: 200, body: {} }
            })
          const after = await rowsOf()
          if (status >= 400) assert.deepEqual(after, counts, `${about} (${status})`)
          else if (value === sql || value === html) {
            const stored = at(answer, place)
            if (stored !== undefined && !place.includes('reason'))
              assert.equal(String(stored).toLowerCase(), value.trim().toLowerCase(), about)
          }
          counts = after
        }
      }
    }
    assert.deepEqual(faults, [])
  }).timeout(60_000 * Math.max(2, scale))

  test('bodies that are too large, too deep or no UTF-8 are refused by every write', async ({
    assert,
  }) => {
    const { api, pathOf } = await apiWorld()
    const counts = await rowsOf()
    const tooLarge = (megabytes: number) => `{"x": "${'x'.repeat(megabytes * 1_048_576)}"}`
    const raws = [
      [`{"x": ${'{"x":'.repeat(100)}1${'}'.repeat(100)}}`, 400],
      [new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]), 400],
      ['{"x": 1', 400],
    ] as const
    for (const route of writes) {
      const most = route.path.endsWith('/reconciliations') ? 9 : 4
      for (const [raw, expected] of [[tooLarge(most), 413] as const, ...raws]) {
        const { status } = await api.send(route.method, pathOf(route), undefined, { raw })
        assert.equal(status, expected, route.name)
      }
    }
    assert.deepEqual(await rowsOf(), counts)
  })
})

/** A few of them in one run, the same for a seed; all of them at scale. */
function someOf<T>(values: T[]): T[] {
  if (scale > 1) return values
  return Array.from({ length: 4 }, () => values[pick(values.length)])
}

const tables = [
  ...['affiliates', 'campaigns', 'commission_rules', 'enrollments', 'links', 'coupons', 'clicks'],
  ...['referrals', 'conversions', 'refunds', 'commissions', 'payout_runs', 'payouts'],
  ...['payout_lines', 'left_outs', 'approvals', 'payment_files', 'api_keys', 'events'],
]

async function rowsOf(): Promise<Record<string, number>> {
  const counts = tables.map((table) => `(select count(*) from ${table}) as ${table}`).join(', ')
  const answer = await db.rawQuery(`select ${counts}`)
  const [row] = answer.rows ?? answer
  return Object.fromEntries(Object.entries(row).map(([table, count]) => [table, Number(count)]))
}
