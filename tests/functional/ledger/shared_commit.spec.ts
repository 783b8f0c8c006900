import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { afterCommit, atomically } from '#core/atomically'
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
})
