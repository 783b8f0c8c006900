import { DateTime } from 'luxon'
import { clock } from '#core/clock'

export type Instant = DateTime | Date | string

const units = [
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
] as const

const words = new Intl.RelativeTimeFormat('en', { numeric: 'always' })

/** The same instant on the clock of a zone, whatever form it came in. */
export function inZone(instant: Instant, zone = 'UTC'): DateTime {
  if (instant instanceof Date) return DateTime.fromJSDate(instant, { zone })
  if (typeof instant === 'string') return DateTime.fromISO(instant, { zone })
  return instant.setZone(zone)
}

/** `2 Mar 2026` */
export function date(instant: Instant, zone?: string): string {
  return inZone(instant, zone).toFormat('d LLL yyyy')
}

/** A calendar month such as `2026-03`: `March 2026` */
export function monthName(month: string): string {
  return DateTime.fromISO(`${month}-01`, { zone: 'utc' }).toFormat('LLLL yyyy')
}

/** `2 Mar 2026, 14:05` */
export function dateTime(instant: Instant, zone?: string): string {
  return inZone(instant, zone).toFormat('d LLL yyyy, HH:mm')
}

/** `Today`, `Yesterday`, else `Monday 2 March 2026`: the day of a feed. */
export function relativeDay(instant: Instant, zone?: string): string {
  const day = inZone(instant, zone).startOf('day')
  const today = clock.now().setZone(day.zone).startOf('day')
  const days = Math.round(today.diff(day, 'days').days)
  if (days === 0) return 'Today'
  return days === 1 ? 'Yesterday' : day.toFormat('cccc d LLLL yyyy')
}

/** `Monday 2 March 2026, 14:05:11 Europe/Berlin`, for a tooltip. */
export function exactTime(instant: Instant, zone = 'UTC'): string {
  return `${inZone(instant, zone).toFormat('cccc d LLLL yyyy, HH:mm:ss')} ${zone}`
}

/** `just now`, `in a moment`, `5 minutes ago`, `in 3 days`; beyond 30 days the date, without the year of today. */
export function relative(instant: Instant, zone?: string): string {
  const at = inZone(instant, zone)
  const now = clock.now().setZone(at.zone)
  const seconds = at.diff(now).as('seconds')
  const distance = Math.abs(seconds)

  if (distance < 45) return seconds > 5 ? 'in a moment' : 'just now'
  if (distance > 30 * 86_400) return at.toFormat(at.year === now.year ? 'd LLL' : 'd LLL yyyy')

  const [unit, size] = units.findLast(([, length]) => distance >= length) ?? units[0]
  const count = Math.max(1, Math.floor(distance / size))
  return words.format(Math.sign(seconds) * count, unit)
}
