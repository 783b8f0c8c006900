import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import type { ClickRow } from '#tracking/click_row'
import type { Outcome, Task } from '#tracking/click_writer'

/** The thread of #tracking/click_writer. It is started as a file of its own and so imports nothing of ours. */
const { file, pragmas, insert, columns } = workerData as Task
const port = parentPort!

type Message = ClickRow[] | 'end'

/** Rows of one statement: beginning and ending one takes as long as some of its columns. */
const TOGETHER = 8

/** Rows of one transaction, at most about: those that came first wait for it. */
const MOST = 1_000

const database = new Sqlite(file)
for (const pragma of pragmas) database.pragma(pragma)
const one = statementFor(1)
const several = statementFor(TOGETHER)

let batches = 0
let ends = false

/** What comes while rows are inserted goes along, up to a bound: the wait for the disk is the same for all. */
// Lucid knows nothing of this connection.
// eslint-disable-next-line no-restricted-syntax
const insertAll = database.transaction((first: ClickRow[]) => {
  insertRows(first)
  for (let rows = first.length; rows < MOST;) {
    const message: Message | undefined = receiveMessageOnPort(port)?.message
    ends = message === 'end'
    if (!message || message === 'end') return
    batches++
    rows += message.length
    insertRows(message)
  }
})

port.on('message', (message: Message) => {
  if (message === 'end') ends = true
  else port.postMessage(tryInsert(message))
  if (ends) end()
})

function tryInsert(first: ClickRow[]): Outcome {
  batches = 1
  try {
    insertAll.immediate(first)
    return { batches }
  } catch (error) {
    // Only the message of an error would come through.
    const { message, code } = error as Error & { code?: string }
    return { batches, failure: { message, code } }
  }
}

function insertRows(rows: ClickRow[]) {
  let at = 0
  for (; at + TOGETHER <= rows.length; at += TOGETHER)
    several.run(rows.slice(at, at + TOGETHER).flat())
  for (; at < rows.length; at++) one.run(rows[at])
}

function statementFor(rows: number) {
  const row = `(${Array(columns).fill('?').join(', ')})`
  return database.prepare(`${insert} VALUES ${Array(rows).fill(row).join(', ')}`)
}

function end() {
  database.close()
  port.close()
}
