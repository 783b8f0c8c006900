import db from '@adonisjs/lucid/services/db'
import { isPrepared } from '#config/database'
import { allEnded } from '#core/all_ended'
import { toStored } from '#database/instants'
import { DateTime } from 'luxon'
import type { Socket } from 'node:net'
import type { Client as Connection } from 'pg'

/** A statement with `?` for each of its values. */
export interface Statement {
  sql: string
  values: unknown[]
}

/** As much of Knex's client as is needed here; a transaction's has its one connection, and releasing does nothing. */
interface Client {
  acquireConnection(): Promise<Connection & { connection: { stream: Socket } }>
  releaseConnection(connection: Connection): void
}

/**
 * Asks PostgreSQL itself, where Knex would take as long for a statement as the database does: all at once, and done in
 * this order. Each connection reads and plans such a statement once, so their texts are few, and name their columns:
 * a plan for `*` outlives no migration. Answers the rows of each.
 */
export async function onPostgres(statements: Statement[]): Promise<Record<string, unknown>[][]> {
  const client: Client = db.connection().getWriteClient().client
  const connection = await client.acquireConnection()
  const { stream } = connection.connection
  try {
    // What is asked in this turn goes to the socket at once.
    stream.cork()
    process.nextTick(() => stream.uncork())
    const asked = statements.map(({ sql, values }) =>
      connection.query({ ...preparedOf(sql), values: values.map(valueOf) })
    )
    return (await allEnded(asked)).map(({ rows }) => rows)
  } finally {
    client.releaseConnection(connection)
  }
}

const prepared = new Map<string, { text: string; name?: string }>()

/** Places are numbered as PostgreSQL has them. */
function preparedOf(sql: string) {
  const known = prepared.get(sql)
  if (known) return known
  let place = 0
  const text = sql.replaceAll('?', () => `$${++place}`)
  const made = { text, ...(isPrepared && { name: `tributary_${prepared.size}` }) }
  prepared.set(sql, made)
  return made
}

function valueOf(value: unknown) {
  return value instanceof Date || DateTime.isDateTime(value) ? toStored(value) : value
}
