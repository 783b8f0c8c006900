import { column } from '@adonisjs/lucid/orm'
import { type DateTime } from 'luxon'
import { fromStored, toStored } from '#database/instants'
import type { ColumnOptions } from '@adonisjs/lucid/types/model'

/**
 * Column decorators that read and write the same values on SQLite and PostgreSQL.
 * `database/schema_rules.ts` puts them on the generated schema.
 */

/** An instant in UTC with milliseconds. */
export function instant() {
  return column({
    prepare: (value: DateTime | null | undefined) => (value ? toStored(value) : value),
    consume: (value: string | Date | null | undefined) => (value ? fromStored(value) : null),
  })
}

/** An integer that JavaScript holds exactly; PostgreSQL answers bigint as text. */
export function integer(options: Partial<ColumnOptions> = {}) {
  return column({ ...options, consume: (value) => (value === null ? null : exact(value)) })
}

/** true or false; SQLite keeps 1 and 0. */
export function flag() {
  return column({ consume: (value) => (value === null ? null : Boolean(value)) })
}

/** A JSON document. */
export function json() {
  return column({
    prepare: (value) => (value === null || value === undefined ? null : JSON.stringify(value)),
    consume: (value) => (typeof value === 'string' ? JSON.parse(value) : value),
  })
}

function exact(value: unknown) {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is no safe integer`)
  return number
}
