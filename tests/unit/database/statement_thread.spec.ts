import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import Sqlite from 'better-sqlite3'
import { StatementThread } from '#database/statement_thread'

test.group('The thread that works on transactions', (group) => {
  let thread: StatementThread
  let others: Sqlite.Database
  let file: string

  group.each.setup(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tributary-thread-'))
    file = join(folder, 'some.sqlite3')
    others = new Sqlite(file)
    others.exec('create table numbers (id integer primary key, refers integer references numbers deferrable initially deferred)') // prettier-ignore
    thread = new StatementThread({
      file,
      pragmas: ['journal_mode = WAL', 'busy_timeout = 0', 'foreign_keys = ON'],
    })
    return async () => {
      await thread.end()
      others.close()
      await rm(folder, { recursive: true })
    }
  })

  const run = (source: string, ...values: unknown[]) => thread.prepare(source).run(values)
  const stored = () => others.prepare('select id from numbers order by id').pluck().all()
  const insert = 'insert into numbers (id) values (?)'

  test('does one statement after the other, and others see them when they are committed', async ({
    assert,
  }) => {
    const rows = [[3], [1], [2]]
    const read = thread.prepare('select id from numbers')
    const [, , changed, seen] = await Promise.all([
      run('BEGIN IMMEDIATE;'),
      thread.runEach(insert, rows),
      run('update numbers set id = id + 10 where id > ?', 1),
      read.all([]),
    ])
    assert.isTrue(read.reader)
    assert.deepInclude(changed, { changes: 2 })
    assert.deepEqual(seen, [{ id: 1 }, { id: 12 }, { id: 13 }])
    assert.isTrue(thread.inTransaction)
    assert.deepEqual(stored(), [])

    await run('COMMIT;')
    assert.isFalse(thread.inTransaction)
    assert.deepEqual(stored(), [1, 12, 13])
  })

  test('says with its code what is refused, and goes on', async ({ assert }) => {
    await run(insert, 1)
    const outcomes = await Promise.allSettled([thread.runEach(insert, [[2], [1]]), run(insert, 3)])
    assert.deepInclude((outcomes[0] as PromiseRejectedResult).reason, {
      message: 'UNIQUE constraint failed: numbers.id',
      code: 'SQLITE_CONSTRAINT_PRIMARYKEY',
    })
    assert.deepEqual(stored(), [1, 2, 3])
  })

  test('leaves no transaction open whose commit fails, and begins none where others write', async ({
    assert,
  }) => {
    await run('BEGIN IMMEDIATE;')
    await run('insert into numbers (id, refers) values (1, 2)')
    await assert.rejects(() => run('COMMIT;'), 'FOREIGN KEY constraint failed')
    assert.isFalse(thread.inTransaction)

    others.exec('begin immediate')
    await assert.rejects(() => run('BEGIN IMMEDIATE;'), 'database is locked')
    assert.isFalse(thread.inTransaction)
    others.exec('commit')
    await run(insert, 7)
    assert.deepEqual(stored(), [7])
  })

  test('has its log brought into the file by another thread while it goes on writing', async ({
    assert,
  }) => {
    const sizeOf = async () => (await stat(file)).size
    const before = await sizeOf()
    for (let id = 0; (await sizeOf()) < before + 50_000; id += 2_000) {
      const rows = Array.from({ length: 2_000 }, (_, at) => [id + at])
      await run('BEGIN IMMEDIATE;')
      await thread.runEach(insert, rows)
      await run('COMMIT;')
      // Less than what a commit would bring in by itself.
      assert.isBelow((await stat(`${file}-wal`)).size, 16_000 * 4_096)
    }
  })

  test('undoes what was not committed when it ends, and begins anew', async ({ assert }) => {
    await run('BEGIN IMMEDIATE;')
    await run(insert, 1)
    await thread.end()
    assert.isFalse(thread.inTransaction)
    await run(insert, 2)
    assert.deepEqual(stored(), [2])
  })
})
