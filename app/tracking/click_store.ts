import { setTimeout as sleep } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import { dataPath } from '#config/data'
import { dialect } from '#config/database'
import { outsideTransaction } from '#core/atomically'
import { arrayOf } from '#core/postgres_arrays'
import { byCommitLast } from '#database/checkpointer'
import { pragmas } from '#database/sqlite'
import { columns, type ClickRow } from '#tracking/click_row'
import { ClickWriter } from '#tracking/click_writer'
import { Turns, type Client } from '#tracking/turns'
import type { Database as Sqlite } from 'better-sqlite3'
import type { Client as Postgres } from 'pg'

const into = `clicks (${columns.join(', ')})`
const onSqlite = `INSERT OR IGNORE INTO ${into} SELECT ${columns.map((_, at) => `value ->> ${at}`).join(', ')} FROM json_each(?)`
const onPostgres = `INSERT INTO ${into} SELECT * FROM unnest(${columns.map(placeOf).join(', ')}) ON CONFLICT DO NOTHING`

/** Another process writes: worth asking again in a moment. */
export class Busy extends Error {}

const client = (): Client<Sqlite | Postgres> =>
  outsideTransaction(() => db.connection()).getWriteClient().client

/**
 * Inserts clicks, committed when this answers; what is stored already is left alone. The rows are asked for when
 * the database can take them, so that those which came meanwhile go along.
 *
 * @throws Busy when SQLite's write lock is taken
 */
export async function insertClicks(take: () => ClickRow[]) {
  if (writer) return insertByThread(writer, take)
  const pool = client()
  const connection = await pool.acquireConnection()
  try {
    const rows = take()
    if (rows.length === 0) return
    if ('pragma' in connection) insertOnSqlite(connection, rows)
    else await connection.query(onPostgres, byColumn(rows))
  } finally {
    pool.releaseConnection(connection)
  }
}

/** How long to go on while SQLite is busy, in milliseconds. */
const PATIENCE = 5_000

/**
 * Inserts clicks that nobody waits for: while another process writes it tries again.
 *
 * @throws Busy when that took more than 5 s
 */
export function insertClicksPatiently(rows: ClickRow[]) {
  const deadline = performance.now() + PATIENCE
  return untilNotBusy(
    () => insertClicks(() => rows),
    () => performance.now() > deadline
  )
}

/** @throws Busy when it is over before SQLite has taken the clicks */
export async function untilNotBusy(insert: () => Promise<void>, isOver: () => boolean) {
  for (;;) {
    try {
      return await insert()
    } catch (error) {
      if (!(error instanceof Busy) || isOver()) throw error
      await sleep(1 + Math.random() * 10)
    }
  }
}

/** Whether the database will never take this: the data are at fault, not the moment. */
export function isRefusal(error: unknown) {
  const code = codeOf(error)
  return /^2[23]...$/.test(code) || /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG|RANGE)/.test(code)
}

let writer: ClickWriter | undefined

/** From now on this process writes clicks to SQLite from a thread. */
export function startWriter() {
  if (dialect !== 'sqlite') return
  writer = new ClickWriter({
    file: dataPath('tributary.sqlite3'),
    pragmas: [
      ...pragmas,
      // What is new goes to the same few pages (kB of them are kept).
      'cache_size = -4000',
      byCommitLast,
    ],
    insert: `INSERT OR IGNORE INTO ${into}`,
    columns: columns.length,
  })
  writer.start()
}

export async function stopWriter() {
  await writer?.stop()
  writer = undefined
}

const turns = new Turns(client)

function insertByThread(thread: ClickWriter, take: () => ClickRow[]) {
  return turns.take(async () => {
    const rows = take()
    if (rows.length > 0) await thread.insert(rows).catch(throwBusy)
  })
}

function throwBusy(error: unknown): never {
  throw codeOf(error).startsWith('SQLITE_BUSY') ? new Busy() : error
}

function insertOnSqlite(connection: Sqlite, rows: ClickRow[]) {
  try {
    connection.prepare(onSqlite).run(JSON.stringify(rows))
  } catch (error) {
    throwBusy(error)
  }
}

function codeOf(error: unknown) {
  return String((error as { code?: unknown } | null)?.code ?? '')
}

function byColumn(rows: ClickRow[]) {
  return columns.map((_, at) => arrayOf(rows.map((row) => row[at])))
}

function placeOf(column: string, at: number) {
  return column === 'created_at' ? `$${at + 1}::timestamptz[]` : `$${at + 1}::text[]`
}
