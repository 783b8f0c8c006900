import { AsyncLocalStorage } from 'node:async_hooks'
import { DateTime } from 'luxon'

const moved = new AsyncLocalStorage<DateTime<true>>()

/**
 * The one place that says what time it is. `at` runs work at another time (sample data and tests of a whole
 * year do); it changes nothing outside that work.
 */
export const clock = {
  now(): DateTime<true> {
    return moved.getStore() ?? DateTime.utc()
  },

  /** As milliseconds since 1970, for what asks so often that Luxon would be felt. */
  millis(): number {
    return moved.getStore()?.toMillis() ?? Date.now()
  },

  at<T>(instant: DateTime, work: () => T): T {
    return moved.run(instant.toUTC() as DateTime<true>, work)
  },
}
