import db from '@adonisjs/lucid/services/db'
import { runEach } from '#database/sqlite'
import type { Database as Sqlite } from 'better-sqlite3'

/** As much of Knex's client as is needed here; a transaction's has its one connection, and releasing does nothing. */
interface Client {
  acquireConnection(): Promise<Sqlite>
  releaseConnection(connection: Sqlite): void
}

/** Runs a statement for each of these rows of values, where Knex would take longer for one than SQLite does. */
export async function runForEach(statement: string, rows: unknown[][]) {
  const client: Client = db.connection().getWriteClient().client
  const connection = await client.acquireConnection()
  try {
    await runEach(connection, statement, rows)
  } finally {
    client.releaseConnection(connection)
  }
}
