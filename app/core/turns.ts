import db from '@adonisjs/lucid/services/db'

/** What transactions take turns at. A transaction that takes several takes them in this order. */
const kinds = { source: 4, conversion: 1, customer: 2, schedule: 3 } as const

/**
 * Makes transactions that name the same thing take turns until they end, also where there is no row to lock
 * yet: a refund and its sale, arriving together, would not see each other on PostgreSQL. On SQLite every
 * transaction is alone already.
 */
export async function takeTurn(kind: keyof typeof kinds, ...names: string[]) {
  const connection = db.connection()
  if (connection.dialect.name !== 'postgres') return
  await connection.rawQuery('select pg_advisory_xact_lock(?::int, hashtext(?))', [
    kinds[kind],
    names.join(' '),
  ])
}
