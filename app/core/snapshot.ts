import db from '@adonisjs/lucid/services/db'
import { atomically } from '#core/atomically'

/**
 * Reads of the work all see the one moment of its first, whatever others write meanwhile, and keep nobody waiting.
 * For a command in a process of its own: on SQLite the process has one connection, and it is taken meanwhile.
 */
export async function snapshot<T>(work: () => Promise<T>): Promise<T> {
  const connection = db.connection()
  if (connection.isTransaction) return work()
  if (connection.dialect.name === 'postgres') {
    return atomically(async () => {
      await db.rawQuery('set transaction isolation level repeatable read, read only')
      return work()
    })
  }
  // Begins as a reader, where every other transaction begins as a writer (database/sqlite.ts).
  await db.rawQuery('BEGIN DEFERRED')
  try {
    return await work()
  } finally {
    await db.rawQuery('ROLLBACK')
  }
}
