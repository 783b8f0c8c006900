import { once } from 'node:events'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import { byCommitLast, Checkpointer, type Opening } from '#database/checkpointer'

/** A statement, and its values; for `each` those of many rows, one after the other, as JSON: it is copied the quickest. */
export type Asked = { source: string } & (
  { how: 'all' | 'run'; values: unknown[] } | { how: 'each'; rows: string }
)

/** What came of it, and whether a transaction is open after it. */
export interface Told {
  answer?: unknown
  failure?: { message: string; code?: string }
  inTransaction: boolean
}

interface Waiting {
  answer: (answer: unknown) => void
  refuse: (error: Error) => void
}

/** A statement that answers later, as Knex awaits it of any. */
export interface LaterStatement {
  reader: boolean
  all: (values: unknown[]) => Promise<unknown>
  run: (values: unknown[]) => Promise<unknown>
}

const READS = /^\s*(select|with|pragma)\b|\breturning\b/i

/**
 * A second connection to a SQLite file, in a thread: its statements are done one after the other, and the event loop
 * does not stand still meanwhile. The thread is started by the first of them. A process ends without it, but not while
 * it works.
 */
export class StatementThread {
  /** As of its last answer. */
  inTransaction = false
  #worker?: Worker
  #waiting: Waiting[] = []
  readonly #opening: Opening
  readonly #checkpointer: Checkpointer

  constructor({ file, pragmas }: Opening) {
    this.#opening = { file, pragmas: [...pragmas, byCommitLast] }
    this.#checkpointer = new Checkpointer(this.#opening)
  }

  prepare(source: string): LaterStatement {
    return {
      reader: READS.test(source),
      all: (values) => this.#ask({ source, how: 'all', values }),
      run: (values) => this.#ask({ source, how: 'run', values }),
    }
  }

  async runEach(source: string, rows: unknown[][]) {
    await this.#ask({ source, how: 'each', rows: JSON.stringify(rows) })
    this.#checkpointer.wrote(rows.length)
  }

  /** After what was asked already. */
  async end() {
    const worker = this.#worker
    if (!worker) return
    worker.ref()
    const ended = once(worker, 'exit')
    worker.postMessage('end')
    await ended
    this.#checkpointer.end()
  }

  #ask(asked: Asked) {
    const worker = (this.#worker ??= this.#launch())
    return new Promise((answer, refuse) => {
      if (this.#waiting.push({ answer, refuse }) === 1) worker.ref()
      worker.postMessage(asked)
    })
  }

  #launch() {
    const file = new URL(`sqlite_thread${extname(import.meta.filename)}`, import.meta.url)
    const worker = new Worker(file, { workerData: this.#opening })
    let reason = new Error('The thread that works on the database ended')
    worker.on('message', (told: Told) => this.#tell(told))
    worker.on('error', (error) => (reason = error as Error))
    worker.on('exit', () => {
      this.#worker = undefined
      this.inTransaction = false
      this.#waiting.splice(0).forEach(({ refuse }) => refuse(reason))
    })
    return worker
  }

  #tell({ answer, failure, inTransaction }: Told) {
    const waiting = this.#waiting.shift()!
    if (this.#waiting.length === 0) this.#worker?.unref()
    this.inTransaction = inTransaction
    if (!failure) return waiting.answer(answer)
    const { message, code = 'SQLITE_ERROR' } = failure
    waiting.refuse(new Sqlite.SqliteError(message, code))
  }
}
