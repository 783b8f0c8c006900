import db from '@adonisjs/lucid/services/db'
import { dialect } from '#config/database'

/** All that every table holds, as one text. */
export async function wholeDatabase(): Promise<string> {
  const texts: string[] = []
  for (const table of await tables()) texts.push(JSON.stringify(await db.from(table)))
  return texts.join('\n')
}

async function tables(): Promise<string[]> {
  const rows: { name: string }[] =
    dialect === 'postgres'
      ? await db.from('pg_tables').where('schemaname', 'public').select('tablename as name')
      : await db.from('sqlite_master').where('type', 'table').select('name')
  return rows.map(({ name }) => name)
}
