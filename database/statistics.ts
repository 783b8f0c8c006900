import db from '@adonisjs/lucid/services/db'
import { dialect } from '#config/database'

/** Rows that SQLite looks at in each index, at most: a moment, whatever the size of the table. */
const LOOKS = 400

/**
 * Renews what SQLite's planner knows of its indexes, where a table has grown tenfold since it was looked at: without
 * it, it takes an index of two columns before one of an affiliate, and reads every pending commission for those of
 * one. An index at a time, so that writers wait for none. PostgreSQL does this by itself.
 *
 * @returns the number of indexes that were looked at
 * @see https://sqlite.org/lang_analyze.html
 */
export async function renewStatistics(): Promise<number> {
  if (dialect === 'postgres') return 0
  await db.rawQuery(`pragma analysis_limit = ${LOOKS}`)
  const indexes = await staleIndexes()
  for (const name of indexes) await db.rawQuery('analyze ??', [name])
  if (indexes.length > 0) await tellConnections()
  return indexes.length
}

/**
 * Tells PostgreSQL of tables that a job has just filled. By itself it looks at them a minute later, and whoever asks
 * meanwhile waits; the plans by which it looks up references are kept as they are until then: one made while a table
 * had few rows reads all of them. A table that is being vacuumed is left out.
 */
export async function tellPlanner(...tables: string[]) {
  if (dialect === 'postgres') await db.rawQuery(`analyze (skip_locked) ${tables.join(', ')}`)
}

/** Rows of which PostgreSQL learns what it needs to know of a table. */
const ENOUGH = 100

const inserted = new Map<string, number>()

/**
 * Counts what this process inserted, and with the hundredth row tells PostgreSQL of a table that it knows nothing of:
 * it takes a workspace for the 200th part of one, and for the order that is looked for walks all of them. By itself it
 * learns a minute later.
 */
export async function noteInserted(table: string, rows: number) {
  const before = inserted.get(table) ?? 0
  if (before >= ENOUGH) return
  inserted.set(table, before + rows)
  if (before + rows >= ENOUGH && (await isUnknown(table))) await tellPlanner(table)
}

async function isUnknown(table: string) {
  const known = await db
    .from('pg_class')
    .whereRaw('oid = to_regclass(?)', [table])
    .where('reltuples', '>=', ENOUGH)
    .first()
  return !known
}

/** SQLite says which tables it would look at; to do so in one go can take seconds. */
async function staleIndexes(): Promise<string[]> {
  const statements: Record<string, string>[] = await db.rawQuery('pragma optimize(0x10003)')
  const tables = statements.map((row) => /"([^"]+)"$/.exec(Object.values(row)[0])![1])
  return db
    .from('sqlite_master')
    .where('type', 'index')
    .whereIn('tbl_name', tables)
    .orderBy('name')
    .select('name')
    .then((rows: { name: string }[]) => rows.map(({ name }) => name))
}

/** A connection reads the statistics with the schema, and the schema again only when that has changed. */
async function tellConnections() {
  await db.rawQuery('create view if not exists statistics_renewed as select 1')
  await db.rawQuery('drop view statistics_renewed')
}
