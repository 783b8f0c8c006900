import db from '@adonisjs/lucid/services/db'
import Sqlite from 'better-sqlite3'
import { test } from '@japa/runner'
import { dataPath } from '#config/data'
import { outsideTransaction } from '#core/atomically'
import { snapshot } from '#core/snapshot'
import { onSqlite } from '#database/schema_state'

const KEY = 'snapshot_test'

test.group('A snapshot', (group) => {
  group.each.teardown(async () => {
    await db.from('settings').where('key', KEY).delete()
  })

  test('sees one moment while others write, and does not hold them up', async ({ assert }) => {
    const seen = async () => {
      const row = await db.from('settings').where('key', KEY).count('* as rows').first()
      return Number(row.rows)
    }
    await snapshot(async () => {
      assert.equal(await seen(), 0)
      await writeElsewhere()
      assert.equal(await seen(), 0)
    })
    assert.equal(await seen(), 1)
  })
})

/** As another process would. */
async function writeElsewhere() {
  const values = [KEY, 'x', '2026-01-01 00:00:00.000']
  const insert = 'insert into settings ("key", value, updated_at) values (?, ?, ?)'
  if (!onSqlite()) return outsideTransaction(() => db.rawQuery(insert, values))
  const other = new Sqlite(dataPath('tributary.sqlite3'))
  other.prepare(insert).run(...values)
  other.close()
}
