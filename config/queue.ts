import env from '#start/env'
import { redisOptions } from '#queue/redis_url'

const url = env.get('REDIS_URL')?.release()

const HOUR = 3_600
const DAY = 24 * HOUR

const queueConfig = {
  /** Without REDIS_URL there is no queue: whatever is dispatched waits in the database for one. */
  redis: url ? redisOptions(url) : undefined,

  /** In braces, so that a Redis Cluster keeps all keys in one slot. */
  prefix: env.get('NODE_ENV') === 'test' ? '{tributary-test}' : '{tributary}',

  /** Two, so that a long verification never makes a payout wait. Concurrency is per worker. */
  queues: {
    money: { concurrency: 2 },
    upkeep: { concurrency: 2 },
  },

  /** A finished job is kept to be looked at (ages are in seconds); what must last stands in the database. */
  jobs: {
    attempts: 3,
    backoff: { type: 'exponential', delay: 2_000 },
    removeOnComplete: { age: DAY, count: 500 },
    removeOnFail: { age: 14 * DAY, count: 500 },
    stackTraceLimit: 3,
  },

  /** A worker that says nothing for the lock's time has its job run elsewhere (milliseconds). */
  stalling: { lockDuration: 30_000, stalledInterval: 30_000 },

  /** How often a worker says that it lives, and looks after its schedules (milliseconds). */
  every: { beat: 15_000, reconcile: 60_000 },
}

export default queueConfig

export type QueueConfig = typeof queueConfig
export type QueueName = keyof QueueConfig['queues']
