import logger from '@adonisjs/core/services/logger'
import { once } from 'node:events'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ClickRow } from '#tracking/click_row'

/** What the thread works with: a connection of its own, and the statement up to its values, so many for a click. */
export interface Task {
  file: string
  pragmas: readonly string[]
  insert: string
  columns: number
}

/** What the thread answers: so many batches, the oldest ones, are stored or failed as one. */
export interface Outcome {
  batches: number
  failure?: { message: string; code?: string }
  /** Why SQLite's log could not be brought into the file. */
  notCheckpointed?: string
}

/** How long the thread may take to end, in milliseconds. */
const PATIENCE = 2_000

interface Waiting {
  done: () => void
  failed: (error: Error) => void
}

/** Writes clicks to SQLite from a thread, so that nothing else in this process waits for the disk. */
export class ClickWriter {
  #thread?: Worker
  #waiting: Waiting[] = []

  constructor(private task: Task) {}

  /** Makes the thread ready before the first click. */
  start() {
    return (this.#thread ??= this.#launch())
  }

  /** Answers when the rows are committed. A thread that ended is started again. */
  insert(rows: ClickRow[]): Promise<void> {
    const thread = this.start()
    return new Promise((done, failed) => {
      this.#waiting.push({ done, failed })
      thread.postMessage(rows)
    })
  }

  /** Ends the thread after what was begun. */
  async stop() {
    const thread = this.#thread
    if (!thread) return
    const ended = once(thread, 'exit')
    thread.postMessage('end')
    const late = setTimeout(() => void thread.terminate(), PATIENCE)
    await ended
    clearTimeout(late)
  }

  #launch() {
    const file = new URL(`click_thread${extname(import.meta.filename)}`, import.meta.url)
    const thread = new Worker(file, { workerData: this.task })
    let reason = new Error('The thread that writes clicks ended')
    thread.on('message', (outcome: Outcome) => this.#tell(outcome))
    thread.on('error', (error) => (reason = error as Error))
    thread.on('exit', () => {
      this.#thread = undefined
      this.#waiting.splice(0).forEach(({ failed }) => failed(reason))
    })
    return thread
  }

  #tell({ batches, failure, notCheckpointed }: Outcome) {
    if (notCheckpointed)
      logger.warn({ reason: notCheckpointed }, 'The log of SQLite grows: it cannot be brought in')
    const told = this.#waiting.splice(0, batches)
    const error = failure && Object.assign(new Error(failure.message), failure)
    told.forEach(({ done, failed }) => (error ? failed(error) : done()))
  }
}
