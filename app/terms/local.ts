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

/** The local calendar month of an instant: its first instant, that of the next, and its name, `March 2026`. */
export function monthOf(
  at: DateTime,
  zone: string
): { from: DateTime; to: DateTime; name: string } {
  const from = localTime(at, zone).startOf('month')
  const name = from.toFormat('MMMM yyyy', { locale: 'en' })
  return { from, to: from.plus({ months: 1 }), name }
}
