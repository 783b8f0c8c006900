import { MigrationRunner } from '@adonisjs/lucid/migration'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'

/** Tables whose rows money rests on; triggers keep them (Migration.refuse). */
const KEPT = ['commissions', 'payout_lines', 'events']

export interface SchemaState {
  /** The newest migration that was run, or null. */
  version: string | null
  /** Migrations of this code that were not run. */
  pending: string[]
  /** Migrations that were run but are not in this code: it is older than the database. */
  unknown: string[]
}

export async function schemaState(): Promise<SchemaState> {
  const list = await new MigrationRunner(db, app, { direction: 'up' }).getList()
  const names = (status: string) =>
    list.filter((one) => one.status === status).map((one) => one.name)
  return {
    version: names('migrated').at(-1) ?? null,
    pending: names('pending'),
    unknown: names('corrupt'),
  }
}

/** The triggers that ought to be there and are not. On SQLite a rebuild of a table drops them silently. */
export async function missingTriggers(): Promise<string[]> {
  const kinds = onSqlite() ? ['update', 'delete'] : ['update', 'delete', 'truncate']
  const wanted = KEPT.flatMap((table) => kinds.map((kind) => `${table}_keep_${kind}`))
  const there = new Set(await triggers())
  return wanted.filter((name) => !there.has(name))
}

async function triggers(): Promise<string[]> {
  const answer = await db.rawQuery(
    onSqlite()
      ? "select name from sqlite_master where type = 'trigger'"
      : "select tgname as name from pg_trigger where not tgisinternal and tgenabled <> 'D'"
  )
  const rows: { name: string }[] = answer.rows ?? answer
  return rows.map((row) => row.name)
}

export function onSqlite() {
  return db.connection().dialect.name === 'better-sqlite3'
}
