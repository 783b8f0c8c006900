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

const ways = { 'by the event loop': { large: false }, 'by the thread': { large: true } }

for (const [way, how] of Object.entries(ways))
  test.group(`Transactions that come at once, ${way}`, (group) => {
    const inTransaction = <T>(work: () => Promise<T>) => atomically(work, how)

    group.each.teardown(emptyDatabase)

    test('undo their own alone when they throw, and are told of their own', async ({ assert }) => {
      const done: string[] = []
      const outcomes = await Promise.allSettled(
        ['a', 'b', 'c', 'd'].map((key) =>
          inTransaction(async () => {
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

    test('that shared one which the database undid are all told, and stored nothing', async ({
      assert,
    }) => {
      await inTransaction(() => write('before'))
      // As SQLite itself does where the disk is full.
      const broken = () =>
        db.rawQuery(
          `insert or rollback into settings (key, value, updated_at) values ('before', '', '')`
        )
      const outcomes = await Promise.allSettled([
        inTransaction(() => write('first')),
        inTransaction(broken),
        inTransaction(() => write('third')),
      ])
      // Which of them shared it is a matter of milliseconds.
      const told = ['first', 'broken', 'third'].filter(
        (_, at) => outcomes[at].status === 'fulfilled'
      )
      assert.notInclude(told, 'broken')
      assert.deepEqual(await written(), ['before', ...told])
    }).skip(() => !hasOneWriter(), 'each has a transaction of its own')

    test('are told when their commit fails, and leave nothing open', async ({
      assert,
      cleanup,
    }) => {
      // What is referred to is looked for at the commit.
      await db.rawQuery(
        'create table later (id integer primary key, other integer references later (id) deferrable initially deferred)'
      )
      cleanup(() => db.rawQuery('drop table later'))
      const done: string[] = []
      const broken = async () => {
        await db.table('later').insert({ id: 1, other: 2 })
        await afterCommit(() => done.push('broken'))
      }
      const [outcome] = await Promise.allSettled([
        inTransaction(broken),
        inTransaction(() => write('second')),
      ])
      assert.equal(outcome.status, 'rejected')
      await write('after')
      await inTransaction(() => write('last'))
      assert.includeMembers(await written(), ['after', 'last'])
      assert.lengthOf(await db.from('later'), 0)
      assert.deepEqual(done, [])
    })
  })
