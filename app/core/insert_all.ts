import db from '@adonisjs/lucid/services/db'
import { toStored } from '#database/instants'

type Value = string | number | boolean | null | Date | Record<string, unknown>

/**
 * Inserts rows of the same columns with one short statement and one value, however many they are: a placeholder
 * for each cell costs the database more to read than the rows to write. Objects are for JSON columns.
 */
export async function insertAll(table: string, rows: Record<string, Value>[]) {
  if (rows.length === 0) return
  const connection = db.connection()
  const columns = Object.keys(rows[0])
  const into = `insert into ${table} (${columns.join(', ')})`
  if (connection.dialect.name === 'postgres') {
    const from = `json_populate_recordset(null::${table}, ?::json)`
    await connection.rawQuery(`${into} select ${columns.join(', ')} from ${from}`, [
      JSON.stringify(rows),
    ])
    return
  }
  const cells = columns.map((_, at) => `value ->> ${at}`).join(', ')
  await connection.rawQuery(`${into} select ${cells} from json_each(?)`, [
    JSON.stringify(rows.map((row) => columns.map((column) => stored(row[column])))),
  ])
}

function stored(value: Value) {
  return value instanceof Date ? toStored(value) : value
}
