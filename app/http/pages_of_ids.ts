import { InvalidFieldsException } from '#exceptions/errors'
import type { ListQuery } from '#http/list_query'
import type { CursorPagination, PagePagination } from '#http/paginate'

/** One page of a list that is no table: its ids, the newest first, by page or by cursor. */
export function pageOfIds(newestFirst: string[], asked: ListQuery) {
  const ids = asked.order === 'desc' ? newestFirst : newestFirst.toReversed()
  return asked.startingAfter || asked.endingBefore ? byCursor(ids, asked) : byPage(ids, asked)
}

function byPage(all: string[], { page, limit }: ListQuery) {
  const totalPages = Math.ceil(all.length / limit)
  const ids = all.slice((page - 1) * limit, page * limit)
  const pagination: PagePagination = {
    previous_page: page > 1 && totalPages > 0 ? Math.min(page - 1, totalPages) : null,
    current_page: page,
    next_page: page < totalPages ? page + 1 : null,
    count: ids.length,
    limit,
    total_pages: totalPages,
    total_count: all.length,
  }
  return { ids, pagination }
}

function byCursor(all: string[], { limit, startingAfter, endingBefore }: ListQuery) {
  const field = startingAfter === undefined ? 'ending_before' : 'starting_after'
  const cursor = all.indexOf((startingAfter ?? endingBefore)!)
  if (cursor < 0) {
    const message = `${field} is not the id of a row of this list.`
    throw InvalidFieldsException.on(field, 'cursor', message)
  }

  const start = startingAfter === undefined ? Math.max(0, cursor - limit) : cursor + 1
  const end = startingAfter === undefined ? cursor : cursor + 1 + limit
  const ids = all.slice(start, end)
  const pagination: CursorPagination = {
    limit,
    count: ids.length,
    next_cursor: end < all.length ? (ids.at(-1) ?? endingBefore ?? null) : null,
    previous_cursor: start > 0 ? (ids[0] ?? startingAfter ?? null) : null,
  }
  return { ids, pagination }
}
