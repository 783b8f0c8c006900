import db from '@adonisjs/lucid/services/db'
import { onConnection } from '#core/atomically'

let serial = 0

/** Runs the work with every query inside going to a SQLite file instead of this instance's database. */
export async function onSqliteFile<T>(filename: string, work: () => Promise<T>): Promise<T> {
  const name = `file-${++serial}`
  db.manager.add(name, {
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
  })
  try {
    return await onConnection(db.connection(name), work)
  } finally {
    await db.manager.release(name)
  }
}
