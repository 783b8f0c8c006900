import logger from '@adonisjs/core/services/logger'
import Bull from 'bull'
import { setTimeout as sleep } from 'node:timers/promises'
import queueConfig, { type QueueConfig, type QueueName } from '#config/queue'
import { afterCommit, outsideTransaction } from '#core/atomically'
import { Connections } from '#queue/connections'
import { Fake } from '#queue/fake'
import type { JobClass } from '#queue/job'

/** How long a caller waits for Redis, in milliseconds. */
const PATIENCE = 500

/** How long a job that waits keeps a second one with the same id out, in milliseconds. */
const SAME_ID = 10 * 60_000

export type Reached<T> = { away: true; reason: string } | { away: false; value: T }

export interface DispatchOptions {
  /** While a job with this id waits, another is not added; once it has begun, one is. */
  id?: string
}

/**
 * The queues of this process; nothing is opened before it is asked for. The queue is a hurry, the database is
 * the truth: every job may be lost, doubled or late, and finds its work there.
 */
export class Queue {
  #bulls = new Map<QueueName, Bull.Queue>()
  #fake?: Fake
  readonly connections: Connections

  constructor(readonly config: QueueConfig) {
    this.connections = new Connections(config.redis)
  }

  get names() {
    return Object.keys(this.config.queues) as QueueName[]
  }

  /**
   * Hands a job to the workers, at once: inside a transaction use `hurry`. Never throws, and answers within
   * 500 ms whether Redis took it. Where it is away, a warning is logged, and the work waits for its schedule.
   */
  async dispatch<Payload extends object>(
    Job: JobClass<Payload>,
    payload: Payload,
    options: DispatchOptions = {}
  ) {
    if (this.#fake) return this.#fake.collect(Job, payload, options)
    const debounce = options.id && {
      debounce: { id: `${Job.jobName}/${options.id}`, ttl: SAME_ID },
    }
    const added = await this.reach(() =>
      this.bull(Job.queue).add(Job.jobName, payload, { ...debounce })
    )
    if (added.away)
      logger.warn(
        { job: Job.jobName, reason: added.reason },
        'A job was not queued; its schedule will find the work'
      )
    return !added.away
  }

  /** Asks Redis, for 500 ms at most; whatever fails is told as away. */
  async reach<T>(work: () => Promise<T>): Promise<Reached<T>> {
    const waiting = new AbortController()
    const late = sleep(PATIENCE, undefined, { signal: waiting.signal }).then(() => {
      throw new Error(`Redis did not answer within ${PATIENCE} ms`)
    })
    try {
      return { away: false, value: await Promise.race([Promise.try(work), late]) }
    } catch (error) {
      return { away: true, reason: messageOf(error) }
    } finally {
      waiting.abort()
    }
  }

  /** Whether Redis answers. */
  async ping(): Promise<boolean> {
    if (!this.config.redis) return false
    const asked = await this.reach(() => this.connections.get('client').ping())
    return !asked.away
  }

  /** Bull's own queue; for app/queue alone. */
  bull(name: QueueName): Bull.Queue {
    const bull = this.#bulls.get(name) ?? outsideTransaction(() => this.#open(name))
    this.#bulls.set(name, bull)
    return bull
  }

  /** From now on dispatches are collected, until the fake is restored: `using jobs = queue.fake()`. */
  fake() {
    return (this.#fake = new Fake(() => (this.#fake = undefined)))
  }

  /** Ends every connection, within 1.5 s. */
  async close() {
    const closing = [...this.#bulls.values()].map((bull) => bull.close())
    await Promise.race([Promise.allSettled(closing), sleep(1_000, undefined, { ref: false })])
    await this.connections.quit()
    this.#bulls.clear()
  }

  #open(name: QueueName) {
    const bull = new Bull(name, {
      prefix: this.config.prefix,
      defaultJobOptions: this.config.jobs,
      settings: { ...this.config.stalling },
      createClient: (kind) => this.connections.get(kind),
    })
    bull.on('error', (error: Error) => this.#tell(name, error))
    return bull
  }

  /** Bull repeats every connection's errors; the connections tell of those themselves. */
  #tell(name: QueueName, error: Error) {
    if (this.connections.away || 'syscall' in error) return
    logger.warn({ queue: name, reason: messageOf(error) }, 'A queue had trouble')
  }
}

export const queue = new Queue(queueConfig)

/**
 * Asks the workers to do this soon: once the transaction has committed, and without waiting for Redis. A hint
 * that may get lost, so a schedule must find the same work in the database.
 */
export function hurry<Payload extends object>(
  Job: JobClass<Payload>,
  payload: Payload,
  options?: DispatchOptions
) {
  return afterCommit(() => void queue.dispatch(Job, payload, options))
}

export function messageOf(error: unknown) {
  return error instanceof Error ? error.message : String(error)
}
