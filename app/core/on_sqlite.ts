import db from '@adonisjs/lucid/services/db'
import type { Database as Sqlite } from 'better-sqlite3'

/** As much of Knex's client as is needed here; a transaction's has its one connection, and releasing does nothing. */
interface Client {
  acquireConnection(): Promise<Sqlite>
  releaseConnection(connection: Sqlite): void
}

/** Asks SQLite itself, where Knex would take longer for a statement than the database does. */
export async function onSqlite<T>(work: (connection: Sqlite) => T): Promise<T> {
  const client: Client = db.connection().getWriteClient().client
  const connection = await client.acquireConnection()
  try {
    return work(connection)
  } finally {
    client.releaseConnection(connection)
  }
}
