import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import type { ClickRow } from '#tracking/click_row'
import type { Outcome, Task } from '#tracking/click_writer'

/** The thread of #tracking/click_writer. It is started as a file of its own and so imports nothing of ours. */
const { file, pragmas, statement } = workerData as Task
const port = parentPort!

const database = new Sqlite(file)
for (const pragma of pragmas) database.pragma(pragma)
const insert = database.prepare(statement)
// Lucid knows nothing of this connection.
// eslint-disable-next-line no-restricted-syntax
const insertAll = database.transaction((rows: ClickRow[]) => rows.forEach((row) => insert.run(row)))

/** All that came while the last ones were being written are written together. */
port.on('message', (first: ClickRow[] | 'end') => {
  const batches: ClickRow[][] = []
  let next: { message: ClickRow[] | 'end' } | undefined = { message: first }
  for (; next && next.message !== 'end'; next = receiveMessageOnPort(port))
    batches.push(next.message)
  if (batches.length > 0) port.postMessage(tryInsert(batches))
  if (next) end()
})

function tryInsert(batches: ClickRow[][]): Outcome {
  try {
    insertAll.immediate(batches.flat())
    return { batches: batches.length }
  } catch (error) {
    // Only the message of an error would come through.
    const { message, code } = error as Error & { code?: string }
    return { batches: batches.length, failure: { message, code } }
  }
}

function end() {
  database.close()
  port.close()
}
