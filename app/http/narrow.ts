import { firstIdAt, type Prefix } from '#core/ids'
import type { ListQuery } from '#http/list_query'
import type { Listing } from '#http/listing'
import type { Query } from '#http/paginate'

/** Applies the filters; without the chosen tabs for the counts on them. */
export function narrow(query: Query, asked: ListQuery, listing: Listing, { tabs = true } = {}) {
  const columns = { ...asked.filters, state: asked.states }
  for (const [column, values] of Object.entries(columns))
    if (values.length > 0 && (tabs || column !== listing.tabs?.column))
      query.whereIn(column, values)
  for (const [name, yes] of Object.entries(asked.flags)) listing.flags![name](query, yes)
  for (const { column, operator, at } of asked.between) query.where(column, operator, at.toJSDate())
  if (listing.unchanging) boundById(query, asked)
  asked.found?.only(query)
}

/** By how much an id's time and the row's own may differ, in milliseconds: there is little between the two. */
const MARGIN = 60_000

/**
 * Large tables that have no index by `created_at` have one by id, which begins with its time: only the rows around
 * the instants asked for are looked at.
 */
function boundById(query: Query, { between }: ListQuery) {
  for (const { operator, at } of between) {
    const millisecond = at.toMillis() + (operator === '<=' ? MARGIN : -MARGIN)
    query.where('id', operator, firstIdAt(prefixOf(query), Math.max(0, millisecond)))
  }
}

/** Which tabs are chosen; none is all. */
export function chosenTabs({ states, filters }: ListQuery, { tabs }: Listing): string[] {
  const { column } = tabs!
  return column === 'state' ? states : (filters[column] ?? [])
}

/** What the ids of these rows begin with. */
export function prefixOf({ model }: Query) {
  return (model as unknown as { idPrefix: Prefix }).idPrefix
}
