import { AsyncLocalStorage } from 'node:async_hooks'
import { DateTime } from 'luxon'

const moved = new AsyncLocalStorage<DateTime<true>>()

/** What was told last: rows that are made in one millisecond share its instant. */
let last = DateTime.utc()

/**
 * The one place that says what time it is. `at` runs work at another time (sample data and tests of a whole
 * year do); it changes nothing outside that work.
 */
export const clock = {
  now(): DateTime<true> {
    const instant = moved.getStore()
    if (instant) return instant
    if (last.toMillis() !== Date.now()) last = DateTime.utc()
    return last
  },

  /** As milliseconds since 1970, for what asks so often that Luxon would be felt. */
  millis(): number {
    return moved.getStore()?.toMillis() ?? Date.now()
  },

  at<T>(instant: DateTime, work: () => T): T {
    return moved.run(instant.toUTC() as DateTime<true>, work)
  },
}
