import type { Query } from '#http/paginate'
import type { Expansion } from '#http/expansion'

/** How a list of a resource may be asked: declared once, for the query, the OpenAPI document and the screens. */
export interface Listing {
  /** The states that `state` takes. */
  states?: readonly string[]
  /** Columns that are equal to one or more given values. */
  filters?: readonly string[]
  /** Questions of yes or no, and how each narrows the list. */
  flags?: Record<string, (rows: Query, yes: boolean) => unknown>
  /** The tabs of the console: the column that tells them apart (`state`, or one of the filters), and its values. */
  tabs?: { column: string; values: readonly string[] }
  /** Columns that `q` may be anywhere in; `affiliate.name` is a column of a related row. */
  search?: readonly string[]
  /** Columns that begin with `q`, of tables too large to look through: each has its index (`beginnings`). */
  begins?: readonly string[]
  /** Columns that are `q`. */
  is?: readonly string[]
  /** Columns that `sort` takes; `created_at` (the id) always. */
  sorts?: readonly string[]
  /** Those of them that may be null; such rows come last. */
  mayBeNull?: readonly string[]
  /** Relations that `expand` takes. */
  expands?: Record<string, Expansion>
  /** Which instants the since/until filters know. */
  stamps?: readonly string[]
  /** Its rows never change: they were updated when they were created. */
  unchanging?: true
}

export function listing(about: Listing): Listing {
  const { states } = about
  return {
    stamps: ['created', 'updated'],
    ...(states && { tabs: { column: 'state', values: states } }),
    ...about,
  }
}
