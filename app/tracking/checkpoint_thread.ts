import { constants, platform, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import type { Task } from '#tracking/click_writer'

/**
 * Brings SQLite's log into the file each time that #tracking/click_thread asks, which goes on writing meanwhile. It
 * ends when that fails, as on a full disk, and is started again for the next time: the log stays as it is, and a
 * commit tries, too, when it has grown.
 */
const { file, pragmas } = workerData as Task
const database = new Sqlite(file)
for (const pragma of pragmas) database.pragma(pragma)

// Whoever answers visitors goes first. Elsewhere it would be the priority of the whole process.
if (platform() === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

parentPort!.on('message', () => database.pragma('wal_checkpoint(PASSIVE)'))
