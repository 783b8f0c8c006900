import db from '@adonisjs/lucid/services/db'

/**
 * That a column is one of these values, for `whereRaw`. However many they are it is one text, which the database
 * prepares once; `whereIn` has a placeholder for each.
 */
export function among(column: string, values: Iterable<string>): [string, [string | string[]]] {
  const all = [...values]
  return db.connection().dialect.name === 'postgres'
    ? [`${column} = any(?)`, [all]]
    : [`${column} in (select value from json_each(?))`, [JSON.stringify(all)]]
}
