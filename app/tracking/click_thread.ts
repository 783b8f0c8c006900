import { extname } from 'node:path'
import { parentPort, receiveMessageOnPort, Worker, workerData } from 'node:worker_threads'
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

/** Rows after which the log is brought into the file: some 25 MB of it. */
const LOGGED = 8_000

const database = new Sqlite(file)
for (const pragma of pragmas) database.pragma(pragma)
const one = statementFor(1)
const several = statementFor(TOGETHER)

let batches = 0
let logged = 0
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
    if (logged >= LOGGED) checkpoint()
    return { batches }
  } catch (error) {
    // Only the message of an error would come through.
    const { message, code } = error as Error & { code?: string }
    return { batches, failure: { message, code } }
  }
}

function insertRows(rows: ClickRow[]) {
  logged += rows.length
  let at = 0
  for (; at + TOGETHER <= rows.length; at += TOGETHER)
    several.run(rows.slice(at, at + TOGETHER).flat())
  for (; at < rows.length; at++) one.run(rows[at])
}

function statementFor(rows: number) {
  const row = `(${Array(columns).fill('?').join(', ')})`
  return database.prepare(`${insert} VALUES ${Array(rows).fill(row).join(', ')}`)
}

let checkpointer: Worker | undefined
let toldOfFailure = false

/** By a thread of its own, since it takes 10 to 200 ms, for which visitors would wait. */
function checkpoint() {
  logged = 0
  checkpointer ??= launchCheckpointer()
  checkpointer.postMessage('checkpoint')
}

function launchCheckpointer() {
  const script = new URL(`checkpoint_thread${extname(import.meta.filename)}`, import.meta.url)
  const thread = new Worker(script, { workerData })
  thread.unref()
  return thread.on('error', checkpointFailed)
}

/** Nobody waits for it; it is told of once, not each time that the log is to be brought in. */
function checkpointFailed(error: unknown) {
  checkpointer = undefined
  if (toldOfFailure) return
  toldOfFailure = true
  const { message } = error as Error
  port.postMessage({ batches: 0, notCheckpointed: message } satisfies Outcome)
}

function end() {
  void checkpointer?.terminate()
  database.close()
  port.close()
}
