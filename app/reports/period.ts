import { InvalidFieldsException } from '#exceptions/errors'
import { clock } from '#core/clock'
import { dayOf } from '#tracking/rollup'
import { DateTime } from 'luxon'
import type Workspace from '#models/workspace'

export const intervals = ['day', 'week', 'month'] as const
export type Interval = (typeof intervals)[number]

/** Days of the workspace's calendar, both included, each kept as its midnight in UTC. */
export interface Period {
  from: DateTime
  to: DateTime
}

/** As many days as a report goes over at most: three years. */
const MOST = 1_096
const USUAL = 30

/**
 * The days from one date to another, such as 2026-03-01; the last thirty, today included, where none is given.
 *
 * @throws InvalidFieldsException for what is no date, ends before it begins or goes over more than three years
 */
export function periodOf({ timezone }: Workspace, asked: { from?: string; to?: string }): Period {
  const to = asked.to ? dayNamed('to', asked.to) : dayOf(clock.now(), timezone)
  const from = asked.from ? dayNamed('from', asked.from) : to.minus({ days: USUAL - 1 })
  if (from > to)
    throw InvalidFieldsException.on('to', 'after', 'It must end on or after its first day.')
  if (lengthOf({ from, to }) > MOST)
    throw InvalidFieldsException.on('from', 'longest', 'A report goes over three years at most.')
  return { from, to }
}

/** As many days just before it. */
export function before(period: Period): Period {
  return {
    from: period.from.minus({ days: lengthOf(period) }),
    to: period.from.minus({ days: 1 }),
  }
}

/** The days, weeks (from Monday) or months that a period is made of; the first and the last may be cut by it. */
export function cutUp({ from, to }: Period, interval: Interval): Period[] {
  const parts: Period[] = []
  for (let begin = from; begin <= to;) {
    const end = DateTime.min(begin.endOf(interval).startOf('day'), to)
    parts.push({ from: begin, to: end })
    begin = end.plus({ days: 1 })
  }
  return parts
}

export function lengthOf({ from, to }: Period): number {
  return Math.round(to.diff(from, 'days').days) + 1
}

export function nameOfDay(day: DateTime): string {
  return day.toISODate()!
}

function dayNamed(field: string, text: string): DateTime {
  const day = DateTime.fromFormat(text, 'yyyy-MM-dd', { zone: 'utc' })
  if (!day.isValid || day.year < 1970)
    throw InvalidFieldsException.on(field, 'date', `${field} must be a day such as 2026-03-01.`)
  return day
}
