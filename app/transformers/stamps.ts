import { isoOf } from '#database/instants'
import type { DateTime } from 'luxon'

/** ISO 8601 in UTC with milliseconds. */
export function iso(instant: DateTime): string
export function iso(instant: DateTime | null | undefined): string | null
export function iso(instant: DateTime | null | undefined) {
  return instant ? isoOf(instant.toMillis()) : null
}

/** What every object ends with. */
export function stamps({ createdAt, updatedAt }: { createdAt: DateTime; updatedAt: DateTime }) {
  return { created_at: iso(createdAt), updated_at: iso(updatedAt) }
}
