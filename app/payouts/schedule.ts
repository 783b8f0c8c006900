import { DateTime, Info, type Zone } from 'luxon'

/** When a workspace pays: on which local days, and how many days before them the cutoff lies. */
export interface PayoutSchedule {
  every: 'manual' | 'week' | 'half_month' | 'month'
  /** For `week`: ISO, 1 is Monday and 7 Sunday; Monday when absent. */
  weekday?: number
  /** For `month`: 1 to 31, the last day in shorter months; the 1st when absent. */
  day?: number
  /** 0 to 90. */
  net_days: number
}

/** A day of the calendar, in no zone: kept as its midnight in UTC. */
type Day = DateTime

const HOUR = 3_600_000
const MINUTE = 60_000

/**
 * The cutoff, in UTC, of the latest scheduled day that has begun in the zone: the first instant of
 * that day less the net days. Null for `manual`. Throws RangeError for what is no zone.
 */
export function latestCutoff(
  schedule: PayoutSchedule,
  zone: string,
  now: DateTime
): DateTime | null {
  const clock = zoneOf(zone)
  const day = latestScheduledDay(schedule, clock, now)
  return day && firstInstantOf(day.minus({ days: schedule.net_days }), clock)
}

/**
 * The first instant, in UTC, of the next scheduled day that has not begun in the zone. Null for
 * `manual`. Throws RangeError for what is no zone.
 */
export function nextRunAt(schedule: PayoutSchedule, zone: string, now: DateTime): DateTime | null {
  const clock = zoneOf(zone)
  const day = latestScheduledDay(schedule, clock, now)
  return day && firstInstantOf(scheduledAfter(schedule, day), clock)
}

/**
 * The cutoff that a run is to be opened for now, or null: the latest one, when it is later than
 * the last that a run has. So a change of zone or schedule never goes back, and after an outage
 * only the latest is opened.
 */
export function dueCutoff(
  schedule: PayoutSchedule,
  zone: string,
  now: DateTime,
  lastCutoff: DateTime | null
): DateTime | null {
  const cutoff = latestCutoff(schedule, zone, now)
  return cutoff && (lastCutoff === null || cutoff > lastCutoff) ? cutoff : null
}

/**
 * The first instant, in UTC, at which a zone's calendar has reached a day. That is not always its
 * midnight: clocks may jump over that (Africa/Cairo), over the whole day (Pacific/Apia), or show
 * it twice (Asia/Amman, where Luxon's startOf('day') takes the second). The zone's offsets before
 * and after bound the instant; the first whose wall clock has come to the day is it. A day that
 * was jumped over begins with the next.
 */
export function firstInstantOf(day: Day, zone: Zone): DateTime {
  const midnight = day.toMillis()
  const hasBegun = (at: number) => at + zone.offset(at) * MINUTE >= midnight
  const offsets = [midnight - 14 * HOUR, midnight + 12 * HOUR].map((at) => zone.offset(at) * MINUTE)

  let before = midnight - Math.max(...offsets)
  let begun = midnight - Math.min(...offsets)
  if (hasBegun(before)) begun = before

  while (begun - before > 1) {
    const middle = Math.floor((before + begun) / 2)
    if (hasBegun(middle)) begun = middle
    else before = middle
  }
  return DateTime.fromMillis(begun, { zone: 'utc' })
}

function latestScheduledDay(schedule: PayoutSchedule, zone: Zone, now: DateTime): Day | null {
  if (schedule.every === 'manual') return null

  // From tomorrow backwards: clocks set back over midnight show a day again that had ended.
  const { year, month, day } = now.setZone(zone)
  let scheduled = scheduledUpTo(schedule, DateTime.utc(year, month, day).plus({ days: 1 }))
  while (firstInstantOf(scheduled, zone) > now) {
    scheduled = scheduledUpTo(schedule, scheduled.minus({ days: 1 }))
  }
  return scheduled
}

/** The latest scheduled day that is not after this one. */
function scheduledUpTo(schedule: PayoutSchedule, day: Day): Day {
  switch (schedule.every) {
    case 'week':
      return day.minus({ days: (day.weekday - (schedule.weekday ?? 1) + 7) % 7 })
    case 'half_month':
      return day.set({ day: day.day < 16 ? 1 : 16 })
    default: {
      const ofThisMonth = dayOfMonth(schedule, day)
      return ofThisMonth <= day ? ofThisMonth : dayOfMonth(schedule, day.minus({ months: 1 }))
    }
  }
}

/** The scheduled day that follows a scheduled day. */
function scheduledAfter(schedule: PayoutSchedule, day: Day): Day {
  switch (schedule.every) {
    case 'week':
      return day.plus({ weeks: 1 })
    case 'half_month':
      return day.day === 1 ? day.set({ day: 16 }) : day.plus({ months: 1 }).set({ day: 1 })
    default:
      return dayOfMonth(schedule, day.plus({ months: 1 }))
  }
}

function dayOfMonth(schedule: PayoutSchedule, month: Day): Day {
  return month.set({ day: Math.min(schedule.day ?? 1, month.daysInMonth ?? 31) })
}

function zoneOf(name: string): Zone {
  const zone = Info.normalizeZone(name)
  if (!zone.isValid) throw new RangeError(`${name} is not a time zone`)
  return zone
}
