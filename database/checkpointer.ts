import logger from '@adonisjs/core/services/logger'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'

/** How a connection to a SQLite file is opened. */
export interface Opening {
  file: string
  pragmas: readonly string[]
}

/** Rows after which the log is brought into the file: some 25 MB of it. */
const LOGGED = 8_000

/**
 * With this, a commit brings the log into the file only where the thread cannot keep up: that takes 10 to 200 ms, for
 * which everyone would wait. In pages (64 MB).
 */
export const byCommitLast = 'wal_autocheckpoint = 16000'

/**
 * Brings SQLite's log into its file by a thread of its own, while others go on writing. The thread ends when that
 * fails, as on a full disk, and is started again for the next time: the log stays as it is, and a commit tries, too,
 * when it has grown.
 */
export class Checkpointer {
  #thread?: Worker
  #logged = 0
  #toldOfFailure = false

  constructor(private opening: Opening) {}

  /** Tells it of so many rows that were written. */
  wrote(rows: number) {
    this.#logged += rows
    if (this.#logged < LOGGED) return
    this.#logged = 0
    this.#thread ??= this.#launch()
    this.#thread.postMessage('checkpoint')
  }

  end() {
    void this.#thread?.terminate()
  }

  #launch() {
    const file = new URL(`checkpoint_thread${extname(import.meta.filename)}`, import.meta.url)
    const thread = new Worker(file, { workerData: this.opening })
    thread.unref()
    return thread.on('error', (error) => this.#failed((error as Error).message))
  }

  /** Nobody waits for it; it is told of once, not each time that the log is to be brought in. */
  #failed(reason: string) {
    this.#thread = undefined
    if (this.#toldOfFailure) return
    this.#toldOfFailure = true
    logger.warn({ reason }, 'The log of SQLite grows: it cannot be brought in')
  }
}
