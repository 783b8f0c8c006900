import type { QueueName } from '#config/queue'

/**
 * A job class. `jobName` stands in Redis, in the log and on the Jobs screen: it never changes, whatever the
 * class is called. A payload holds ids, no more: it can be read by whoever can read Redis.
 */
export interface JobClass<Payload extends object = object> {
  jobName: string
  queue: QueueName
  new (): { handle(payload: Payload): Promise<unknown> }
}

/** A job that runs by the clock; cron is in UTC, and `says` is how a person would put it. */
export interface Schedule {
  job: JobClass
  cron: string
  says: string
}
