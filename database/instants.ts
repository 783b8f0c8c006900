import { DateTime } from 'luxon'

/** How an instant stands in the database: text that sorts as time on SQLite and that PostgreSQL reads as UTC. */
const FORMAT = 'yyyy-MM-dd HH:mm:ss.SSS'

export function toStored(instant: DateTime | Date) {
  const moment = instant instanceof Date ? DateTime.fromJSDate(instant) : instant
  return moment.toUTC().toFormat(FORMAT)
}

/** Reads what either database answers, with or without an offset. */
export function fromStored(value: string | Date): DateTime {
  const instant =
    value instanceof Date ? DateTime.fromJSDate(value) : DateTime.fromSQL(value, { zone: 'utc' })
  if (!instant.isValid) throw new TypeError(`"${value}" is no stored instant`)
  return instant.toUTC()
}
