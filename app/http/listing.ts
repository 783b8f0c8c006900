import type { Transformer } from '#http/resource'

/** How a list of a resource may be asked: declared once, for the query, the OpenAPI document and the screens. */
export interface Listing {
  /** The states that `state` takes. */
  states?: readonly string[]
  /** Columns that are equal to one or more given values. */
  filters?: readonly string[]
  /** Columns that `q` looks in. */
  search?: readonly string[]
  /** Columns that `sort` takes; `created_at` (the id) always. */
  sorts?: readonly string[]
  /** Relations that `expand` takes, with how each is shown. */
  expands?: Record<string, Transformer<never>>
  /** Which instants the since/until filters know. */
  stamps?: readonly string[]
}

export function listing(about: Listing): Listing {
  return { stamps: ['created', 'updated'], ...about }
}
