import { NotFoundException } from '#exceptions/errors'
import type { ListQuery } from '#http/list_query'
import type { Listing } from '#http/listing'
import type { ModelQueryBuilderContract, LucidModel } from '@adonisjs/lucid/types/model'
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

/** Runs a list's query: filtered, sorted, and one page of it. */
export async function paginate(query: Query, asked: ListQuery, listing: Listing): Promise<Page> {
  narrow(query, asked, listing)
  return asked.startingAfter || asked.endingBefore ? byCursor(query, asked) : byPage(query, asked)
}

/** Applies the filters; without the states for the counts on tabs. */
export function narrow(query: Query, asked: ListQuery, listing: Listing, { states = true } = {}) {
  if (states && asked.states.length > 0) query.whereIn('state', asked.states)
  for (const [column, values] of Object.entries(asked.filters)) query.whereIn(column, values)
  for (const { column, operator, at } of asked.between) query.where(column, operator, at.toJSDate())
  if (asked.q) search(query, asked.q, listing.search ?? [])
}

function search(query: Query, text: string, columns: readonly string[]) {
  const pattern = `%${text.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  query.where((either) => {
    either.where('id', text)
    for (const column of columns)
      either.orWhereRaw(String.raw`lower(??) like ? escape '\'`, [column, pattern])
  })
}

function preload(query: Query, { expand }: ListQuery) {
  for (const relation of expand) query.preload(relation as never)
}

/** Newest first is by id: ids are made in the order of time. */
function sortColumn({ sort }: ListQuery) {
  return sort === 'created_at' ? 'id' : sort
}

async function byPage(query: Query, asked: ListQuery): Promise<Page> {
  const { page, limit, order } = asked
  const total = await query.clone().clearOrder().count('* as total').firstOrFail()
  const totalCount = Number(total.$extras.total)
  const totalPages = Math.ceil(totalCount / limit)

  const column = sortColumn(asked)
  query.orderBy(column, order)
  if (column !== 'id') query.orderBy('id', order)
  preload(query, asked)
  const rows = page > totalPages ? [] : await query.offset((page - 1) * limit).limit(limit)
  return {
    rows,
    pagination: {
      previous_page: page > 1 && totalPages > 0 ? Math.min(page - 1, totalPages) : null,
      current_page: page,
      next_page: page < totalPages ? page + 1 : null,
      count: rows.length,
      limit,
      total_pages: totalPages,
      total_count: totalCount,
    },
  }
}

/** No row is skipped or repeated while rows are added: a page begins after a row, not at a number. */
async function byCursor(query: Query, asked: ListQuery): Promise<Page> {
  const { limit, startingAfter, endingBefore } = asked
  const forward = startingAfter !== undefined
  const order = forward === (asked.order === 'desc') ? 'desc' : 'asc'
  const column = sortColumn(asked)

  await beyond(query, column, (startingAfter ?? endingBefore)!, order)
  query.orderBy(column, order)
  if (column !== 'id') query.orderBy('id', order)
  preload(query, asked)
  const found = await query.limit(limit + 1)

  const more = found.length > limit
  const rows = forward ? found.slice(0, limit) : found.slice(0, limit).reverse()
  return {
    rows,
    pagination: {
      limit,
      count: rows.length,
      next_cursor: forward ? (more ? rows.at(-1)!.id : null) : (rows.at(-1)?.id ?? null),
      previous_cursor: forward ? (rows[0]?.id ?? null) : more ? rows[0].id : null,
    },
  }
}

async function beyond(query: Query, column: string, cursor: string, order: 'asc' | 'desc') {
  const operator = order === 'desc' ? '<' : '>'
  if (column === 'id') return query.where('id', operator, cursor)

  const anchor = await query.model.query().where('id', cursor).select('id', column).first()
  if (!anchor) throw new NotFoundException('The row that the cursor names is not there.')
  const name = query.model.table
  return query.whereRaw(`(??, ??) ${operator} (select ??, id from ${name} where id = ?)`, [
    column,
    'id',
    column,
    cursor,
  ])
}
