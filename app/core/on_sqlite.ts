import { allEnded } from '#core/all_ended'
import { onRawConnection } from '#core/raw_connection'
import { bindingOf, runEach } from '#database/sqlite'
import type { Statement } from '#core/on_postgres'
import type { Database as Sqlite } from 'better-sqlite3'

type Row = Record<string, unknown>

/**
 * Asks SQLite itself, where Knex would take ten times as long for a statement as the database does. Answers the rows of
 * each.
 */
export async function onSqlite(statements: Statement[]): Promise<Row[][]> {
  return onRawConnection((connection: Sqlite) => {
    // A thread that works on the transaction answers later, and is not waited for after each.
    const asked = statements.map(async ({ sql, values }) =>
      connection.prepare(sql).all(values.map(bindingOf))
    )
    return allEnded(asked) as Promise<Row[][]>
  })
}

/** Runs a statement for each of these rows of values. */
export async function runForEach(statement: string, rows: unknown[][]) {
  await onRawConnection((connection: Sqlite) => runEach(connection, statement, rows))
}
