import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { dialect } from '#config/database'
import { clock } from '#core/clock'
import { readListQuery } from '#http/list_query'
import { narrow } from '#http/narrow'
import { clickRow, columns } from '#tracking/click_row'
import { targetOf } from '#tracking/link_target'
import { toStored } from '#database/instants'
import { routes } from '#tests/support/actions'
import { apiOf } from '#tests/support/api'
import { makeProgram } from '#tests/support/world'
import type { Api } from '#tests/support/api'
import type { Query } from '#http/paginate'
import type Link from '#models/link'
import type Workspace from '#models/workspace'

const begin = DateTime.fromISO('2026-03-01T10:00:00.000Z', { zone: 'utc' })
const end = begin.plus({ hours: 2 })

/** A click of an instant, whose id was made so many milliseconds later. */
async function clickAt(link: Link, at: DateTime, late = 0) {
  const target = await targetOf(link)
  const row = clock.at(at.plus(late), () => clickRow(target, {}))
  const named = Object.fromEntries(columns.map((name, index) => [name, row[index]]))
  await db.table('clicks').insert({ ...named, created_at: toStored(at) })
  return row[0]
}

async function idsOf(api: Api, query: Record<string, string>) {
  const { body } = await api.get(`/clicks?${new URLSearchParams(query)}`)
  return body.data.map(({ id }: { id: string }) => id)
}

test.group('GET /clicks', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a span has the clicks whose own instant is in it, whatever their ids tell', async ({
    assert,
  }) => {
    const { workspace, owner, link } = await makeProgram()
    const api = await apiOf(workspace, owner)
    const before: string[] = []
    const within: string[] = []
    const after: string[] = []
    for (const late of [-30_000, -1, 0, 1, 30_000]) {
      before.push(await clickAt(link, begin.minus(1), late))
      within.push(await clickAt(link, begin, late), await clickAt(link, end, late))
      after.push(await clickAt(link, end.plus(1), late))
    }
    const [since, until] = [begin.toISO()!, end.toISO()!]
    const sorted = (...ids: string[]) => ids.sort().reverse()
    assert.deepEqual(
      await idsOf(api, { created_since: since, created_until: until }),
      sorted(...within)
    )
    assert.deepEqual(await idsOf(api, { created_since: since }), sorted(...within, ...after))
    assert.deepEqual(await idsOf(api, { updated_until: until }), sorted(...before, ...within))
  })

  test('the first instant there is bounds nothing', async ({ assert }) => {
    const { workspace, owner, link } = await makeProgram()
    const api = await apiOf(workspace, owner)
    const id = await clickAt(link, begin)
    assert.deepEqual(await idsOf(api, { created_since: '1970-01-01' }), [id])
    assert.deepEqual(await idsOf(api, { created_until: '1970-01-01' }), [])
  })

  test('every filter has an index in the order of the list', async ({ assert }) => {
    const { workspace } = await makeProgram()
    const plans = {
      'created_since=2026-03-01&created_until=2026-04-01':
        'clicks_list_index (workspace_id=? AND id>? AND id<?)',
      'link_id=link_1': 'clicks_list_index (workspace_id=?)',
      'affiliate_id=aff_1': 'clicks_list_index (workspace_id=?)',
      'campaign_id=camp_1&bot=false': 'clicks_list_index (workspace_id=?)',
      'visitor_id=0123': 'clicks_visitor_index (workspace_id=? AND visitor_id=?)',
    }
    for (const [query, plan] of Object.entries(plans))
      assert.deepEqual(await planOf(workspace, query), [`SEARCH clicks USING INDEX ${plan}`])
  }).skip(dialect !== 'sqlite', 'PostgreSQL plans by what it knows of the rows')
})

/** How SQLite finds a page of the list. */
async function planOf(workspace: Workspace, asked: string): Promise<string[]> {
  const { lists } = routes.find(({ path, verb }) => path === '/clicks' && verb === 'index')!.action
  const given = new Map([...new URLSearchParams(asked)].map(([name, value]) => [name, [value]]))
  const query = workspace.related('clicks').query() as Query
  narrow(query, await readListQuery(given, lists!), lists!)
  const { sql, bindings } = query.orderBy('id', 'desc').limit(20).toSQL()
  const steps = await db.rawQuery(`explain query plan ${sql}`, bindings)
  return steps.map(({ detail }: { detail: string }) => detail)
}
