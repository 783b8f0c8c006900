import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import BetterSqlite3Client from 'knex/lib/dialects/better-sqlite3/index.js'
import { storedIfInstant } from '#database/instants'
import { StatementThread } from '#database/statement_thread'
import type { Database as Sqlite, Statement } from 'better-sqlite3'

type Done = (error: Error | null, connection: Sqlite) => void

/** How long a statement outside a transaction is tried again while another process writes, in milliseconds. */
const PATIENCE = 5_000

/** They make a connection durable, strict, and never wait inside the driver (it would stop the event loop). */
export const pragmas = [
  'busy_timeout = 2000',
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'recursive_triggers = ON',
  // Pages of the log (16 MB) after which a commit brings them into the file, and everyone waits.
  'wal_autocheckpoint = 4000',
  'busy_timeout = 0',
]

export function configureSqlite(connection: Sqlite, done: Done) {
  for (const pragma of pragmas) connection.pragma(pragma)
  keepPrepared(connection)
  lendToThread(connection)
  done(null, connection)
}

const isForThread = new AsyncLocalStorage<boolean>()
const threads = new WeakMap<Sqlite, StatementThread>()

/** A transaction that begins inside is done by a thread: every statement of it, until it ends. */
export function byThread<T>(begin: () => T): T {
  return isForThread.run(true, begin)
}

/** Meanwhile nobody else of this process has the connection, which is the pool's only one. */
function lendToThread(connection: Sqlite) {
  const thread = new StatementThread({ file: connection.name, pragmas })
  threads.set(connection, thread)
  const [prepare, close] = [connection.prepare, connection.close.bind(connection)]
  connection.prepare = ((source: string) => {
    const begins = source === 'BEGIN;' && isForThread.getStore()
    return begins || thread.inTransaction ? thread.prepare(asWriter(source)) : prepare(source)
  }) as Sqlite['prepare']
  connection.close = () => {
    void thread.end()
    return close()
  }
}

/** Whether a transaction is open, be it a thread's. */
export function isInTransaction(connection: Sqlite) {
  return connection.inTransaction || Boolean(threads.get(connection)?.inTransaction)
}

/** Runs a statement for each of these rows of values. */
export async function runEach(connection: Sqlite, source: string, rows: unknown[][]) {
  const thread = threads.get(connection)
  if (thread?.inTransaction) return thread.runEach(source, rows)
  const prepared = connection.prepare(source)
  for (const row of rows) prepared.run(row)
}

/** Statements that a connection keeps, which it would otherwise prepare anew each time. */
const KEPT = 200

/**
 * Knex begins with a plain BEGIN, which takes the write lock at the first write and then fails at once when
 * another process wrote since. Every transaction begins as a writer instead; a busy file is an error here,
 * and #core/atomically waits and tries again.
 */
const asWriter = (source: string) => (source === 'BEGIN;' ? 'BEGIN IMMEDIATE;' : source)

/**
 * Knex prepares each statement anew, which costs as much as most of them take. The one that was not used longest
 * goes; savepoints have names of their own and never come again.
 */
function keepPrepared(connection: Sqlite) {
  const prepare = connection.prepare.bind(connection)
  const kept = new Map<string, Statement>()
  const prepareNew = (source: string) => {
    const statement = prepare(asWriter(source))
    return source === 'COMMIT;' ? undoing(connection, statement) : statement
  }
  connection.prepare = ((source: string) => {
    if (/savepoint/i.test(source)) return prepare(source)
    const statement = kept.get(source) ?? prepareNew(source)
    kept.delete(source)
    kept.set(source, statement)
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!)
    return statement
  }) as Sqlite['prepare']
}

/** SQLite leaves a transaction open whose COMMIT fails, and Knex gives its connection to others. */
function undoing(connection: Sqlite, commit: Statement) {
  const run = commit.run.bind(commit)
  commit.run = (...values) => {
    try {
      return run(...values)
    } catch (error) {
      if (connection.inTransaction) connection.exec('ROLLBACK')
      throw error
    }
  }
  return commit
}

/** A single statement that finds the file busy lets its connection go, waits and is asked again. */
const runner = BetterSqlite3Client.prototype.runner
BetterSqlite3Client.prototype.runner = function (builder) {
  const made = runner.call(this, builder)
  const run = made.run.bind(made)
  made.run = () => untilNotBusy(run)
  return made
}

async function untilNotBusy<T>(run: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE
  for (;;) {
    try {
      return await run()
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'SQLITE_BUSY' || Date.now() > deadline) throw error
      await sleep(1 + Math.random() * 15)
    }
  }
}

/** Knex would bind a Date as epoch milliseconds, which compares wrongly with stored text. */
BetterSqlite3Client.prototype._formatBindings = function (bindings: unknown[] | undefined) {
  return (bindings ?? []).map(bindingOf)
}

/** What SQLite takes for a value. */
export function bindingOf(value: unknown) {
  return typeof value === 'boolean' ? Number(value) : storedIfInstant(value)
}
