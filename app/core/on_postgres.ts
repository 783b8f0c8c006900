import { isPrepared } from '#config/database'
import { allEnded } from '#core/all_ended'
import { onRawConnection } from '#core/raw_connection'
import { storedIfInstant } from '#database/instants'
import type { Socket } from 'node:net'
import type { Client as Connection } from 'pg'

/** A statement with `?` for each of its values. */
export interface Statement {
  sql: string
  values: unknown[]
}

/**
 * Asks PostgreSQL itself, where Knex would take as long for a statement as the database does: all at once, and done in
 * this order. Each connection reads and plans such a statement once, so their texts are few, and name their columns:
 * a plan for `*` outlives no migration. Answers the rows of each.
 */
export async function onPostgres(statements: Statement[]): Promise<Record<string, unknown>[][]> {
  return onRawConnection(async (connection: Connection & { connection: { stream: Socket } }) => {
    const { stream } = connection.connection
    // What is asked in this turn goes to the socket at once.
    stream.cork()
    process.nextTick(() => stream.uncork())
    const asked = statements.map(({ sql, values }) =>
      connection.query({ ...preparedOf(sql), values: values.map(storedIfInstant) })
    )
    return (await allEnded(asked)).map(({ rows }) => rows)
  })
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
