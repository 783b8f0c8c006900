import type { JobClass } from '#queue/job'
import type { DispatchOptions } from '#queue/queue'

export interface Dispatched {
  Job: JobClass
  payload: object
  id?: string
}

/** Collects what would be queued, for tests. Gives the real queue back at the end of its block. */
export class Fake {
  /** All that was dispatched, also what has been drained. */
  readonly dispatched: Dispatched[] = []
  #waiting: Dispatched[] = []

  constructor(private giveBack: () => void) {}

  /** A payload goes through JSON here as it does on its way through Redis. */
  collect(Job: JobClass, payload: object, { id }: DispatchOptions) {
    const entry = { Job, payload: JSON.parse(JSON.stringify(payload)), id }
    this.dispatched.push(entry)
    this.#waiting.push(entry)
    return true
  }

  /** The payloads that one job was dispatched with. */
  of<Payload extends object>(Job: JobClass<Payload>) {
    return this.dispatched
      .filter((entry) => entry.Job === Job)
      .map((entry) => entry.payload as Payload)
  }

  /** Runs what waits, and what that dispatches in turn, one after the other. A job that throws, throws here. */
  async drain() {
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      await new next.Job().handle(next.payload)
    }
  }

  restore() {
    this.giveBack()
  }

  [Symbol.dispose]() {
    this.restore()
  }
}
