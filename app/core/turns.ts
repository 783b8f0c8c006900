import db from '@adonisjs/lucid/services/db'

/** What transactions take turns at. A transaction that takes several takes them in this order. */
const kinds = { source: 4, conversion: 1, customer: 2, schedule: 3 } as const

/**
 * Makes transactions that name the same thing take turns until they end, also where there is no row to lock
 * yet: a refund and its sale, arriving together, would not see each other on PostgreSQL. On SQLite every
 * transaction is alone already.
 */
export function takeTurn(kind: keyof typeof kinds, workspaceId: string, name = '') {
  return takeTurns(kind, workspaceId, [name])
}

/** The turns of many things of one kind, in an order that is the same for all who take them. */
export async function takeTurns(kind: keyof typeof kinds, workspaceId: string, names: string[]) {
  const connection = db.connection()
  if (connection.dialect.name !== 'postgres' || names.length === 0) return
  await connection.rawQuery(
    `select pg_advisory_xact_lock(?::int, turn)
     from (select distinct hashtext(name) as turn from unnest(?::text[]) as name order by turn) as turns`,
    [kinds[kind], names.map((name) => [workspaceId, name].filter(Boolean).join(' '))]
  )
}
