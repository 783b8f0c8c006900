import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { toStored } from '#database/instants'
import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'

/**
 * Inserts rows of the same columns with one short statement and one value, however many they are: a placeholder
 * for each cell costs the database more to read than the rows to write. Objects are for JSON columns.
 */
export async function insertAll(table: string, rows: Record<string, unknown>[]) {
  if (rows.length === 0) return
  const connection = db.connection()
  const columns = Object.keys(rows[0])
  const into = `insert into ${table} (${columns.join(', ')})`
  const cells = rows.map((row) => columns.map((column) => stored(row[column])))
  if (connection.dialect.name === 'postgres') {
    const from = `json_populate_recordset(null::${table}, ?::json)`
    await connection.rawQuery(`${into} select ${columns.join(', ')} from ${from}`, [
      JSON.stringify(
        cells.map((row) => Object.fromEntries(row.map((cell, at) => [columns[at], cell])))
      ),
    ])
    return
  }
  const values = columns.map((_, at) => `value ->> ${at}`).join(', ')
  await connection.rawQuery(`${into} select ${values} from json_each(?)`, [JSON.stringify(cells)])
}

/** Inserts new rows of one model, which are whole already, with one statement. */
export async function insertRows(rows: LucidRow[]) {
  if (rows.length === 0) return
  const model = rows[0].constructor as LucidModel
  const columns = [...model.$columnsDefinitions]
  await insertAll(
    model.table,
    rows.map(({ $attributes }) =>
      Object.fromEntries(
        columns.map(([name, { columnName }]) => [columnName, $attributes[name] ?? null])
      )
    )
  )
  for (const row of rows) {
    row.$isPersisted = true
    row.$original = { ...row.$attributes }
  }
}

function stored(value: unknown) {
  return value instanceof Date || DateTime.isDateTime(value) ? toStored(value) : (value ?? null)
}
