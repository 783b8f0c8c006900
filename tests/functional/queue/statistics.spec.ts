import Sqlite from 'better-sqlite3'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { dataPath } from '#config/data'
import { dialect } from '#config/database'
import { atomically } from '#core/atomically'
import { system } from '#core/actor'
import { clock } from '#core/clock'
import { insertAll } from '#core/write_rows'
import { renewStatistics } from '#database/statistics'
import Commission from '#models/commission'
import { makeAffiliate, makeWorkspace } from '#tests/support/world'

/** Commissions of 20 affiliates, 20 each, all of them due. */
function earn() {
  return atomically(async () => {
    const { workspace } = await makeWorkspace()
    const whose = { workspaceId: workspace.id, dueAt: clock.now() }
    const what = { kind: 'bonus', amount: 1_000, currency: 'USD', explanation: 'thanks' } as const
    for (let number = 0; number < 20; number++) {
      const { id: affiliateId } = await makeAffiliate(workspace)
      for (let bonus = 0; bonus < 20; bonus++)
        await Commission.record({ ...what, ...whose, affiliateId }, system)
    }
    return workspace
  })
}

test.group('Statistics of the planner', (group) => {
  group.each.teardown(async () => {
    if (dialect === 'sqlite') await db.rawQuery('drop table if exists sqlite_stat1')
  })

  test('every connection learns which index leaves the fewest rows', async ({
    assert,
    cleanup,
  }) => {
    const { id } = await earn()
    const web = new Sqlite(dataPath('tributary.sqlite3'), { readonly: true })
    cleanup(() => void web.close())
    const planned = () => {
      web.prepare('select count(*) from workspaces').get()
      const [{ detail }] = web
        .prepare(
          `explain query plan select * from commissions
           where workspace_id = ? and affiliate_id in (?) and state in ('due') order by id desc limit 20`
        )
        .all(id, 'aff_1') as { detail: string }[]
      return /INDEX (\w+)/.exec(detail)![1]
    }
    assert.equal(planned(), 'commissions_workspace_state_index')
    assert.isAbove(await renewStatistics(), 0)
    assert.equal(planned(), 'commissions_affiliate_index')
  }).skip(dialect === 'postgres', 'PostgreSQL keeps its own')

  test('PostgreSQL learns of a new table with its first hundred rows', async ({
    assert,
    cleanup,
  }) => {
    cleanup(() => db.rawQuery('drop table if exists young'))
    await db.rawQuery('create table young (name text)')
    const insert = (count: number) =>
      insertAll(
        'young',
        Array.from({ length: count }, (_, at) => ({ name: `name-${at}` }))
      )
    const known = async () =>
      (await db.from('pg_class').where('relname', 'young').firstOrFail()).reltuples

    await insert(99)
    assert.equal(await known(), -1)
    await atomically(() => insert(1))
    assert.equal(await known(), 100)
  }).skip(dialect === 'sqlite', 'SQLite is told by a job')

  test('what has not grown is left alone', async ({ assert }) => {
    await earn()
    await renewStatistics()
    assert.equal(await renewStatistics(), 0)
  })
})
