import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import type { Opening } from '#database/checkpointer'
import type { Asked, Told } from '#database/statement_thread'

/** The thread of #database/statement_thread. It is started as a file of its own and so imports nothing of ours. */
const { file, pragmas } = workerData as Opening
const port = parentPort!

const database = new Sqlite(file)
for (const pragma of pragmas) database.pragma(pragma)

/** Those that come again and again, which savepoints do not. */
const prepared = new Map<string, Sqlite.Statement>()
const KEPT = 200

port.on('message', (asked: Asked | 'end') => {
  if (asked !== 'end') return port.postMessage(tell(asked))
  database.close()
  port.close()
})

function tell(asked: Asked): Told {
  try {
    return { answer: answerOf(asked), inTransaction: database.inTransaction }
  } catch (error) {
    // SQLite leaves a transaction open whose COMMIT fails.
    if (asked.source === 'COMMIT;' && database.inTransaction) database.exec('ROLLBACK')
    // Only the message of an error would come through.
    const { message, code } = error as Error & { code?: string }
    return { failure: { message, code }, inTransaction: database.inTransaction }
  }
}

function answerOf(asked: Asked) {
  const statement = prepare(asked.source)
  if (asked.how === 'each') for (const row of JSON.parse(asked.rows)) statement.run(row)
  else return asked.how === 'all' ? statement.all(asked.values) : statement.run(asked.values)
}

function prepare(source: string) {
  if (/savepoint/i.test(source)) return database.prepare(source)
  const statement = prepared.get(source) ?? database.prepare(source)
  if (prepared.size >= KEPT) prepared.clear()
  prepared.set(source, statement)
  return statement
}
