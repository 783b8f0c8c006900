import type { DateTime } from 'luxon'

/** An instant as the clock of a workspace shows it. Throws RangeError for what is no zone. */
export function localTime(at: DateTime, zone: string): DateTime {
  const local = at.setZone(zone)
  if (!local.isValid) throw new RangeError(`${zone} is not a time zone`)
  return local
}

/** The local day of an instant in a sentence: `3 March 2026`. Throws as `localTime` does. */
export function describeDay(at: DateTime, zone: string): string {
  return localTime(at, zone).toFormat('d MMMM yyyy', { locale: 'en' })
}

export interface Month {
  from: DateTime
  to: DateTime
  /** `March 2026` */
  name: string
}

/** The month that was asked for last, of each zone: most conversions are of the same one. */
const lastMonths = new Map<string, Month>()

/** The local calendar month of an instant: its first instant and that of the next. Throws as `localTime` does. */
export function monthOf(at: DateTime, zone: string): Month {
  const last = lastMonths.get(zone)
  if (last && at >= last.from && at < last.to) return last

  const from = localTime(at, zone).startOf('month')
  const name = from.toFormat('MMMM yyyy', { locale: 'en' })
  const month = { from, to: from.plus({ months: 1 }), name }
  lastMonths.set(zone, month)
  return month
}
