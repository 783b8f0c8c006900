import { dialect } from '#config/database'
import { afterCommit } from '#core/atomically'
import { onPostgres } from '#core/on_postgres'
import { runForEach } from '#core/on_sqlite'
import { arrayOf, typesOf } from '#core/postgres_arrays'
import { storedIfInstant } from '#database/instants'
import { noteInserted } from '#database/statistics'
import type { LucidModel } from '@adonisjs/lucid/types/model'

type Row = Record<string, unknown>

/** A column, and where its value stands in a row. */
interface Cell {
  column: string
  name: string
}

/** Inserts rows of the same columns. Objects are for JSON columns. */
export async function insertAll(table: string, rows: Row[]) {
  if (rows.length === 0) return
  const cells = Object.keys(rows[0]).map((name) => ({ column: name, name }))
  await insert(table, cells, rows)
}

/** Inserts new rows of one model, which are whole already. */
export async function insertRows(model: LucidModel, rows: object[]) {
  if (rows.length > 0) await insert(model.table, cellsOf(model), rows as Row[])
}

/** Writes these columns of stored rows of one model. */
export async function updateRows(model: LucidModel, names: string[], rows: object[]) {
  if (rows.length === 0) return
  const cells = cellsOf(model).filter(({ name }) => names.includes(name))
  const id = { column: 'id', name: 'id' }
  const sets = cells.map(({ column }) => column)
  await write({ table: model.table, cells: [...cells, id], rows: rows as Row[] }, (from) =>
    from
      ? `update ${model.table} as old set ${sets.map((column) => `${column} = new.${column}`).join(', ')} from ${from} where old.id = new.id`
      : `update ${model.table} set ${sets.map((column) => `${column} = ?`).join(', ')} where id = ?`
  )
}

async function insert(table: string, all: Cell[], rows: Row[]) {
  const cells = dialect === 'sqlite' ? filled(all, rows) : all
  const columns = cells.map(({ column }) => column).join(', ')
  await write({ table, cells, rows }, (from) =>
    from
      ? `insert into ${table} (${columns}) select ${columns} from ${from}`
      : `insert into ${table} (${columns}) values (${cells.map(() => '?').join(', ')})`
  )
  if (dialect === 'postgres') await afterCommit(() => noteInserted(table, rows.length))
}

/** Without the columns in which no row has anything, a third of them: what SQLite binds is counted in cells. */
function filled(cells: Cell[], rows: Row[]) {
  return cells.filter(({ name }) => rows.some((row) => (row[name] ?? null) !== null))
}

interface Written {
  table: string
  cells: Cell[]
  rows: Row[]
}

/**
 * Runs a short statement for all rows, since a placeholder for each cell of each costs the database more to read than
 * the rows to write. PostgreSQL takes an array of each column, `from` which it reads them as `new`; SQLite binds one row
 * after the other, which takes it half the time. Rows are written as they stand when it is called.
 */
async function write({ table, cells, rows }: Written, statement: (from: string | null) => string) {
  if (dialect === 'sqlite') {
    const values = rows.map((row) => cells.map(({ name }) => bound(row[name])))
    return runForEach(statement(null), values)
  }
  const values = cells.map(({ name }) => arrayOf(rows.map((row) => textOf(row[name]))))
  const types = await typesOf(table)
  const columns = cells.map(({ column }) => column)
  const arrays = columns.map((column) => `?::${types.get(column)}[]`)
  const from = `unnest(${arrays.join(', ')}) as new (${columns.join(', ')})`
  await onPostgres([{ sql: statement(from), values }])
}

function cellsOf(model: LucidModel): Cell[] {
  return [...model.$columnsDefinitions].map(([name, { columnName: column }]) => ({ column, name }))
}

function bound(value: unknown) {
  const cell = textOf(value)
  return typeof cell === 'boolean' ? Number(cell) : cell
}

/** Instants and JSON are texts. */
function textOf(value: unknown) {
  if (value === null || value === undefined) return null
  if (typeof value !== 'object') return value as string | number | boolean
  const stored = storedIfInstant(value)
  return typeof stored === 'string' ? stored : JSON.stringify(stored)
}
