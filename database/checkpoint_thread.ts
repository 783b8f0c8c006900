import { constants, platform, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import type { Opening } from '#database/checkpointer'

/** The thread of #database/checkpointer. It is started as a file of its own and so imports nothing of ours. */
const { file, pragmas } = workerData as Opening
const database = new Sqlite(file)
for (const pragma of pragmas) database.pragma(pragma)

// Whoever answers visitors goes first. Elsewhere it would be the priority of the whole process.
if (platform() === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

parentPort!.on('message', () => database.pragma('wal_checkpoint(PASSIVE)'))
