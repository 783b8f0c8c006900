import { once } from 'node:events'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Checkpointer, type Opening } from '#database/checkpointer'
import type { ClickRow } from '#tracking/click_row'

/** What the thread works with: a connection of its own, and the statement up to its values, so many for a click. */
export interface Task extends Opening {
  insert: string
  columns: number
}

/** What the thread answers: so many batches, the oldest ones, are stored or failed as one. */
export interface Outcome {
  batches: number
  failure?: { message: string; code?: string }
}

/** How long the thread may take to end, in milliseconds. */
const PATIENCE = 2_000

interface Waiting {
  rows: number
  done: () => void
  failed: (error: Error) => void
}

/** Writes clicks to SQLite from a thread, so that nothing else in this process waits for the disk. */
export class ClickWriter {
  #thread?: Worker
  #waiting: Waiting[] = []
  readonly #checkpointer: Checkpointer

  constructor(private task: Task) {
    this.#checkpointer = new Checkpointer(task)
  }

  /** Makes the thread ready before the first click. */
  start() {
    return (this.#thread ??= this.#launch())
  }

  /** Answers when the rows are committed. A thread that ended is started again. */
  insert(rows: ClickRow[]): Promise<void> {
    const thread = this.start()
    return new Promise((done, failed) => {
      this.#waiting.push({ rows: rows.length, done, failed })
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
    this.#checkpointer.end()
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

  #tell({ batches, failure }: Outcome) {
    const told = this.#waiting.splice(0, batches)
    const error = failure && Object.assign(new Error(failure.message), failure)
    for (const { rows, done, failed } of told) {
      if (error) failed(error)
      else {
        this.#checkpointer.wrote(rows)
        done()
      }
    }
  }
}
