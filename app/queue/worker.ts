import logger from '@adonisjs/core/services/logger'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { outsideTransaction } from '#core/atomically'
import { clock } from '#core/clock'
import { beat, type WorkerFacts } from '#queue/heartbeats'
import { runAndRemember } from '#queue/last_run'
import { messageOf, type Queue } from '#queue/queue'
import { reconcile } from '#queue/reconcile'
import type { Job } from 'bull'
import type { QueueName } from '#config/queue'
import type { JobClass, Schedule } from '#queue/job'
import type { Redis } from 'ioredis'

/** How long a job in progress may take to finish when the worker stops; npm start allows 10 s in all. */
const FINISH_WITHIN = 7_000

/** Works off the queues, and keeps their schedules as the code has them. */
export class Worker {
  #timers: NodeJS.Timeout[] = []
  #running = new Set<Job>()
  #stopping = new AbortController()

  constructor(
    private queue: Queue,
    private jobs: readonly JobClass[],
    private schedules: readonly Schedule[]
  ) {}

  /** Resolves when it works: true, or false when it was stopped while it waited for Redis. */
  start(): Promise<boolean> {
    const { every } = this.queue.config
    return outsideTransaction(async () => {
      this.#every(every.beat, this.#beat())
      if (!(await this.#connected())) return false

      await this.#reconcile()
      this.#every(every.reconcile, () => this.#reconcile())
      this.queue.connections.get('client').on('ready', () => this.#reconcile())
      for (const name of this.queue.names) this.#work(name)
      return true
    })
  }

  /**
   * Takes no more jobs and waits for those in progress; what is not done in time is given back, for any worker
   * to take at once. Answers whether all was done.
   */
  async stop(finishWithin = FINISH_WITHIN) {
    this.#stopping.abort()
    for (const timer of this.#timers) clearInterval(timer)

    const closed = Promise.all(this.queue.names.map((name) => this.queue.bull(name).close())).then(
      () => true
    )
    const done = await Promise.race([closed, sleep(finishWithin, false, { ref: false })])
    if (!done) await this.#giveBack()
    return done
  }

  /** Waits for every connection that Bull uses, since it does not catch the end of one that it waits for. */
  async #connected() {
    const bulls = this.queue.names.map((name) => this.queue.bull(name))
    const connections = bulls.flatMap((bull) => [bull.client, bull.eclient, bull.bclient])
    const stopped = new Promise<false>((resolve) => {
      this.#stopping.signal.addEventListener('abort', () => resolve(false))
    })
    return Promise.race([Promise.all(connections.map(ready)).then(() => true), stopped])
  }

  #work(name: QueueName) {
    const bull = this.queue.bull(name)
    bull.on('failed', (job: Job | null, error: Error) => {
      const { attemptsMade, opts } = job ?? { attemptsMade: 0, opts: {} }
      const facts = {
        queue: name,
        job: job?.name,
        id: job?.id,
        attempt: attemptsMade,
        of: opts.attempts,
      }
      logger.error({ ...facts, err: error }, 'A job failed')
    })
    bull.on('stalled', (job: Job) => {
      logger.warn({ queue: name, job: job.name, id: job.id }, 'A job stalled and runs again')
    })
    bull
      .process('*', this.queue.config.queues[name].concurrency, (job: Job) =>
        this.#perform(name, job)
      )
      .catch((error) =>
        logger.error({ queue: name, reason: messageOf(error) }, 'A queue is not worked')
      )
  }

  async #perform(name: QueueName, job: Job) {
    const Job = this.jobs.find(({ jobName }) => jobName === job.name)
    if (!Job) throw new Error(`This worker knows no job called ${job.name}`)

    this.#running.add(job)
    try {
      await this.#letNextWait(name, job)
      const scheduled = this.schedules.some((schedule) => schedule.job === Job)
      return scheduled ? await runAndRemember(Job, job.data) : await new Job().handle(job.data)
    } finally {
      this.#running.delete(job)
    }
  }

  /** From here on a dispatch with the same id is new work: what it tells of may come too late for this run. */
  async #letNextWait(name: QueueName, job: Job) {
    const id = job.opts.debounce?.id
    if (id) await this.queue.bull(name).client.del(this.queue.bull(name).toKey(`de:${id}`))
  }

  async #giveBack() {
    for (const job of this.#running) {
      const { away } = await this.queue.reach(() => job.moveToDelayed(Date.now()))
      logger.warn({ job: job.name, id: job.id }, away ? 'A job was left' : 'A job was given back')
    }
  }

  async #reconcile() {
    try {
      await reconcile(this.queue, this.schedules)
    } catch (error) {
      logger.warn(
        { reason: messageOf(error) },
        'The schedules could not be reconciled; they are again in a minute'
      )
    }
  }

  #beat() {
    const me: WorkerFacts = { pid: process.pid, host: hostname(), started_at: clock.now().toISO() }
    return async () => {
      try {
        await beat('worker', me)
      } catch (error) {
        logger.warn({ reason: messageOf(error) }, "The worker's heartbeat could not be written")
      }
    }
  }

  #every(milliseconds: number, work: () => Promise<void>) {
    void work()
    this.#timers.push(setInterval(work, milliseconds))
  }
}

function ready(connection: Redis) {
  if (connection.status === 'ready') return Promise.resolve()
  return new Promise<void>((resolve) => connection.once('ready', () => resolve()))
}
