import { DateTime } from 'luxon'

const DAY = 24 * 60 * 60 * 1_000

/** When what a conversion earns is due: so many days of 24 hours after it. */
export function dueAfter(occurredAt: DateTime, holdDays: number): DateTime {
  return DateTime.fromMillis(occurredAt.toMillis() + holdDays * DAY, { zone: 'utc' })
}
