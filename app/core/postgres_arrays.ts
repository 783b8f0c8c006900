import { ask } from '#core/ask'

/**
 * Values as PostgreSQL writes an array, of what it reads from text: pg would ask each of them what it is, and a JSON
 * text says each column's name for each row. Nothing but nulls is an empty one, which `unnest` fills up.
 */
export function arrayOf(values: (string | number | boolean | null)[]): string {
  if (values.every((value) => value === null)) return '{}'
  return `{${values.map(said).join(',')}}`
}

function said(value: string | number | boolean | null) {
  if (value === null) return 'NULL'
  if (typeof value !== 'string') return value
  return `"${/["\\]/.test(value) ? value.replaceAll(/["\\]/g, '\\$&') : value}"`
}

type Types = Map<string, string>

let read: Promise<Map<string, Types>> | undefined

/**
 * The types of a table's columns. Those of all tables are read at once, so that what is written first is written first;
 * a migration that changes one comes with another process.
 */
export async function typesOf(table: string): Promise<Types> {
  const known = (await typesOfAll()).get(table)
  if (known) return known
  read = undefined
  const types = (await typesOfAll()).get(table)
  if (!types) throw new Error(`There is no table ${table}`)
  return types
}

function typesOfAll() {
  read ??= readTypes().catch((error) => {
    read = undefined
    throw error
  })
  return read
}

async function readTypes() {
  const [columns] = await ask({
    sql: `select relname as of, attname as name, format_type(atttypid, null) as type
          from pg_attribute join pg_class on pg_class.oid = attrelid
          where relnamespace = current_schema()::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped`,
    values: [],
    read: (row) => row as { of: string; name: string; type: string },
  })
  const types = new Map<string, Types>()
  for (const [table, its] of Map.groupBy(columns, ({ of }) => of))
    types.set(table, new Map(its.map(({ name, type }) => [name, type])))
  return types
}
