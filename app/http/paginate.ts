import { InvalidFieldsException } from '#exceptions/errors'
import { expansionOf } from '#http/expansion'
import { isId } from '#core/ids'
import { narrow, prefixOf } from '#http/narrow'
import type { Total } from '#http/bounded_count'
import type { ListQuery } from '#http/list_query'
import type { Listing } from '#http/listing'
import type { ModelQueryBuilderContract, LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import type { PreloaderContract } from '@adonisjs/lucid/types/relations'
import type { Row } from '#http/resource'

export type Query = ModelQueryBuilderContract<LucidModel, Row>

export interface PagePagination {
  previous_page: number | null
  current_page: number
  next_page: number | null
  count: number
  limit: number
  total_pages: number
  total_count: number
  /** Of a screen, which counts no further than it must: there are more than `total_count`. */
  more?: true
}

export interface CursorPagination {
  limit: number
  count: number
  next_cursor: string | null
  previous_cursor: string | null
}

export interface Page {
  rows: Row[]
  pagination: PagePagination | CursorPagination
}

/** Runs a list's query: filtered, sorted, and one page of it. `total` is what a screen has counted. */
export async function paginate(
  query: Query,
  asked: ListQuery,
  listing: Listing,
  total?: Total
): Promise<Page> {
  const all = query.clone()
  narrow(query, asked, listing)
  return asked.startingAfter || asked.endingBefore
    ? byCursor(query, asked, listing, all)
    : byPage(query, asked, listing, total ?? { count: await countAll(query), more: false })
}

/** Only the page's own columns and relations; counting needs none of them. */
async function countAll(query: Query) {
  const rows = query
    .clone()
    .clearOrder()
    .clearSelect()
    .count('* as count')
    .pojo<{ count: number }>()
  return Number((await rows.firstOrFail()).count)
}

async function byPage(
  query: Query,
  asked: ListQuery,
  listing: Listing,
  counted: Total
): Promise<Page> {
  const { page, limit } = asked
  const offset = (page - 1) * limit

  preload(query, asked, listing)
  const parts = offset >= counted.count && !counted.more ? [] : partsOf(query, asked, listing)
  // One more than the page tells whether another page follows, where that was not counted.
  const most = counted.more ? limit + 1 : limit
  const found = await read(parts, sortColumn(asked), asked.order, most, offset)
  const rows = found.slice(0, limit)

  const isLast = counted.more && found.length <= limit && (rows.length > 0 || page === 1)
  const { count, more } = isLast ? { count: offset + rows.length, more: false } : counted
  const totalPages = Math.ceil(count / limit)
  return {
    rows,
    pagination: {
      previous_page: rows.length > 0 ? page - 1 || null : Math.min(page - 1, totalPages) || null,
      current_page: page,
      next_page: page < totalPages || found.length > limit ? page + 1 : null,
      count: rows.length,
      limit,
      total_pages: totalPages,
      total_count: count,
      ...(more && { more }),
    },
  }
}

/** No row is skipped or repeated while rows are added: a page begins after a row, not at a number. */
async function byCursor(
  query: Query,
  asked: ListQuery,
  listing: Listing,
  all: Query
): Promise<Page> {
  const { limit, startingAfter, endingBefore } = asked
  const forward = startingAfter !== undefined
  const order = forward === (asked.order === 'desc') ? 'desc' : 'asc'

  preload(query, asked, listing)
  const parts = await partsBeyond(partsOf(query, asked, listing), asked, all, order)
  const found = await read(parts, sortColumn(asked), order, limit + 1)

  const more = found.length > limit
  const rows = forward ? found.slice(0, limit) : found.slice(0, limit).reverse()
  return {
    rows,
    pagination: {
      limit,
      count: rows.length,
      next_cursor: forward ? (more ? rows.at(-1)!.id : null) : (rows.at(-1)?.id ?? endingBefore!),
      previous_cursor: forward ? (rows[0]?.id ?? startingAfter) : more ? rows[0].id : null,
    },
  }
}

function preload(query: Query, { expand }: ListQuery, listing: Listing) {
  for (const name of expand) {
    const { relation, narrow: narrowed } = expansionOf(name, listing)
    query.preload(relation as never, narrowed as never)
  }
}

/** Newest first is by id: ids are made in the order of time. */
function sortColumn(asked: ListQuery) {
  return asked.sort === 'created_at' ? 'id' : asked.sort
}

/**
 * The list, or where its sorted column may be null the rows with a value and those without, which come last: each
 * is asked for by itself, for no index is in the order of both.
 */
function partsOf(query: Query, asked: ListQuery, { mayBeNull = [] }: Listing): Query[] {
  const column = sortColumn(asked)
  if (!mayBeNull.includes(column)) return [query]
  return [copyOf(query).whereNotNull(column), query.whereNull(column)]
}

/** Rows of one part after the other, in this order. */
async function read(
  parts: Query[],
  column: string,
  order: 'asc' | 'desc',
  limit: number,
  offset = 0
): Promise<Row[]> {
  const rows: Row[] = []
  let skipped = offset
  for (const part of parts) {
    const sorted = copyOf(part).orderBy(column, order)
    if (column !== 'id') sorted.orderBy('id', order)
    const found = await rowsAt(sorted, skipped, limit - rows.length)
    rows.push(...found)
    if (rows.length === limit || part === parts.at(-1)) break
    if (skipped > 0) skipped = found.length > 0 ? 0 : skipped - (await countAll(part))
  }
  return rows
}

/** The rows that are skipped are counted by an index, where it holds the ids alone; only those of the page are read. */
async function rowsAt(sorted: Query, skipped: number, limit: number): Promise<Row[]> {
  if (skipped === 0) return sorted.limit(limit)
  const there = sorted.clone().clearSelect().select('id').offset(skipped).limit(limit)
  const ids = await there.pojo<{ id: string }>()
  return ids.length === 0
    ? []
    : sorted.whereIn(
        'id',
        ids.map(({ id }) => id)
      )
}

/** Leaves the rows beyond the cursor's, in the order of the walk, which begins in the part where the cursor is. */
async function partsBeyond(
  parts: Query[],
  asked: ListQuery,
  all: Query,
  order: 'asc' | 'desc'
): Promise<Query[]> {
  const forward = asked.startingAfter !== undefined
  const cursor = (asked.startingAfter ?? asked.endingBefore)!
  const operator = order === 'desc' ? '<' : '>'
  const column = sortColumn(asked)
  if (column === 'id') {
    if (!isId(cursor, prefixOf(all))) refuse(forward)
    parts[0].where('id', operator, cursor)
    return parts
  }

  const anchor = all
    .where('id', cursor)
    .clearSelect()
    .select(column)
    .pojo<Record<string, unknown>>()
  const [found] = await anchor
  if (!found) return refuse(forward)
  const isNull = found[column] === null
  const left = forward ? parts.slice(isNull ? 1 : 0) : parts.slice(0, isNull ? 2 : 1).reverse()
  if (isNull) left[0].where('id', operator, cursor)
  else {
    const its = `select ??, id from ${all.model.table} where id = ?`
    left[0].whereRaw(`(??, id) ${operator} (${its})`, [column, column, cursor])
  }
  return left
}

/** Lucid's clone of a relation's query forgets what is preloaded. */
export function copyOf(query: Query): Query {
  const { preloader } = query as unknown as { preloader: { clone(): PreloaderContract<LucidRow> } }
  return query.clone().usePreloader(preloader.clone())
}

function refuse(forward: boolean): never {
  const field = forward ? 'starting_after' : 'ending_before'
  throw InvalidFieldsException.on(field, 'cursor', `${field} is not the id of a row of this list.`)
}
