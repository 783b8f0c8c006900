import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import type { Task } from '#tracking/click_writer'

/** Brings SQLite's log into the file each time that #tracking/click_thread asks, which goes on writing meanwhile. */
const { file, pragmas } = workerData as Task
const database = new Sqlite(file)
for (const pragma of pragmas) database.pragma(pragma)

parentPort!.on('message', () => {
  try {
    database.pragma('wal_checkpoint(PASSIVE)')
  } catch {
    // A full disk: the log stays as it is, and a commit tries again when it has grown.
  }
})
