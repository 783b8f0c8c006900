import { DateTime, IANAZone } from 'luxon'
import { firstInstantOf } from '#payouts/schedule'

/** A calendar month of a workspace, such as `2026-03`. */
export type Month = string

/** The zone that a workspace's clock showed from an instant on; null is from always. */
export interface ZoneSince {
  zone: string
  since: DateTime | null
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

/** Whether the text is a month. */
export function isMonth(text: string): text is Month {
  return MONTH.test(text)
}

/**
 * The first instant, in UTC, of a month on a clock whose zone was changed now and then (oldest first, at least
 * one). What has begun stays begun: a later change of zone never moves it. So months tile time, whatever changed.
 */
export function startOf(month: Month, zones: ZoneSince[]): DateTime {
  const day = DateTime.fromISO(`${month}-01`, { zone: 'utc' })
  for (const [index, { zone, since }] of zones.entries()) {
    const begins = firstInstantOf(day, IANAZone.create(zone))
    const until = zones[index + 1]?.since
    if (until && begins > until) continue
    return since && since > begins ? since : begins
  }
  throw new RangeError('A workspace has at least one zone')
}

/** The month that an instant lies in. */
export function monthOf(at: DateTime, zones: ZoneSince[]): Month {
  let month = at.toUTC().toFormat('yyyy-MM')
  while (startOf(month, zones) > at) month = monthAfter(month, -1)
  while (startOf(monthAfter(month), zones) <= at) month = monthAfter(month)
  return month
}

/** The month so many months later. */
export function monthAfter(month: Month, months = 1): Month {
  return DateTime.fromISO(`${month}-01`, { zone: 'utc' }).plus({ months }).toFormat('yyyy-MM')
}

/** All months from one to another, the newest first. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = []
  for (let month = last; month >= first; month = monthAfter(month, -1)) months.push(month)
  return months
}
