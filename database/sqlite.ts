import BetterSqlite3Client from 'knex/lib/dialects/better-sqlite3/index.js'
import { DateTime } from 'luxon'
import { toStored } from '#database/instants'
import type { Database as Sqlite, Statement } from 'better-sqlite3'

type Done = (error: Error | null, connection: Sqlite) => void

/** Makes a new SQLite connection durable, strict, and never wait inside the driver (it would stop the event loop). */
export function configureSqlite(connection: Sqlite, done: Done) {
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('recursive_triggers = ON')
  connection.pragma('busy_timeout = 2000')
  beginAsWriter(connection)
  done(null, connection)
}

/**
 * Knex begins with a plain BEGIN, which takes the write lock at the first write and then fails at once when
 * another process wrote since. Every transaction begins as a writer instead; a busy file is an error here,
 * and #core/atomically waits and tries again.
 */
function beginAsWriter(connection: Sqlite) {
  const prepare = connection.prepare.bind(connection)
  connection.prepare = ((source: string) => {
    if (source !== 'BEGIN;') return prepare(source)
    const begin = prepare('BEGIN IMMEDIATE;')
    const run = begin.run.bind(begin)
    begin.run = ((...bindings: unknown[]) => {
      connection.pragma('busy_timeout = 0')
      try {
        return run(...bindings)
      } finally {
        connection.pragma('busy_timeout = 2000')
      }
    }) as Statement['run']
    return begin
  }) as Sqlite['prepare']
}

/** Knex would bind a Date as epoch milliseconds, which compares wrongly with stored text. */
BetterSqlite3Client.prototype._formatBindings = function (bindings: unknown[] | undefined) {
  return (bindings ?? []).map((binding) => {
    if (binding instanceof Date || DateTime.isDateTime(binding)) return toStored(binding)
    return typeof binding === 'boolean' ? Number(binding) : binding
  })
}
