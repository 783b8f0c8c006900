import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { afterCommit, atomically } from '#core/atomically'
import { hasOneWriter } from '#core/begin'
import { emptyDatabase } from '#tests/support/empty_database'

const write = (key: string) =>
  db.table('settings').insert({ key, value: 'told', updated_at: new Date() })

async function written() {
  const rows: { key: string }[] = await db.from('settings').where('value', 'told').orderBy('key')
  return rows.map(({ key }) => key)
}

test.group('Transactions that come at once', (group) => {
  group.each.teardown(emptyDatabase)

  test('undo their own alone when they throw, and are told of their own', async ({ assert }) => {
    const done: string[] = []
    const outcomes = await Promise.allSettled(
      ['a', 'b', 'c', 'd'].map((key) =>
        atomically(async () => {
          await write(key)
          await afterCommit(() => done.push(key))
          if (key === 'a' || key === 'c') throw new Error(`not ${key}`)
          return key
        })
      )
    )
    assert.deepEqual(
      outcomes.map((outcome) =>
        outcome.status === 'fulfilled' ? outcome.value : outcome.reason.message
      ),
      ['not a', 'b', 'not c', 'd']
    )
    assert.deepEqual(await written(), ['b', 'd'])
    assert.sameMembers(done, ['b', 'd'])
  })

  test('are all told when their common commit fails', async ({ assert }) => {
    const broken = async () => {
      // What is referred to is looked for at the commit.
      await db.rawQuery('pragma defer_foreign_keys = on')
      await db.rawQuery(
        `insert into recovery_codes (id, user_id, code_hash, created_at, updated_at) values ('rc', 'nobody', 'x', '', '')`
      )
    }
    const outcomes = await Promise.allSettled([
      atomically(() => write('first')),
      atomically(broken),
      atomically(() => write('third')),
    ])
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['rejected', 'rejected', 'rejected']
    )
    assert.deepEqual(await written(), [])
    await atomically(() => write('after'))
    assert.deepEqual(await written(), ['after'])
  }).skip(() => !hasOneWriter(), 'each has a commit of its own')
})
