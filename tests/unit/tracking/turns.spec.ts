import { test } from '@japa/runner'
import knex from 'knex'
import { Turns, type Client } from '#tracking/turns'

/** The pool that SQLite has, of one connection. */
function pool(cleanup: (last: () => Promise<void>) => void) {
  const database = knex({
    client: 'better-sqlite3',
    connection: { filename: ':memory:' },
    useNullAsDefault: true,
  })
  cleanup(() => database.destroy())
  return database.client as Client<object> & { pool: { numUsed(): number } }
}

test.group('Turns', () => {
  test('work that comes while other work goes on joins it, and ends it together', async ({
    assert,
    cleanup,
  }) => {
    const client = pool(cleanup)
    const turns = new Turns(() => client)
    const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const working = [turns.take(() => first.promise), turns.take(() => second.promise)]
    first.resolve()
    await working[0]
    assert.equal(client.pool.numUsed(), 1)
    second.resolve()
    await working[1]
    assert.equal(client.pool.numUsed(), 0)
  })

  test('who waits for the connection comes before work that comes later', async ({
    assert,
    cleanup,
  }) => {
    const client = pool(cleanup)
    const turns = new Turns(() => client)
    const done: string[] = []
    const first = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    const working = turns.take(() => {
      begun.resolve()
      return first.promise
    })
    await begun.promise
    const other = client.acquireConnection().then((connection) => {
      done.push('other')
      client.releaseConnection(connection)
    })
    const later = turns.take(async () => void done.push('later'))
    const last = turns.take(async () => void done.push('last'))
    assert.isEmpty(done)
    first.resolve()
    await Promise.all([working, other, later, last])
    assert.deepEqual(done, ['other', 'later', 'last'])
  })

  test('work that fails, and a connection that cannot be had, leave it free', async ({
    assert,
    cleanup,
  }) => {
    const client = pool(cleanup)
    const turns = new Turns(() => client)
    await assert.rejects(() => turns.take(() => Promise.reject(new Error('no'))), 'no')
    assert.equal(client.pool.numUsed(), 0)

    const { acquireConnection } = client
    client.acquireConnection = () => Promise.reject(new Error('away'))
    await assert.rejects(() => turns.take(async () => {}), 'away')
    client.acquireConnection = acquireConnection
    await turns.take(async () => {})
    assert.equal(client.pool.numUsed(), 0)
  })
})
