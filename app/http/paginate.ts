import { InvalidFieldsException } from '#exceptions/errors'
import { expansionOf } from '#http/expansion'
import { isId, type Prefix } from '#core/ids'
import type { ListQuery } from '#http/list_query'
import type { Listing } from '#http/listing'
import type { ModelQueryBuilderContract, LucidModel } from '@adonisjs/lucid/types/model'
import type { BelongsToRelationContract } from '@adonisjs/lucid/types/relations'
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

/** Runs a list's query: filtered, sorted, and one page of it. `total` where it is known how many there are. */
export async function paginate(
  query: Query,
  asked: ListQuery,
  listing: Listing,
  total: number | null = null
): Promise<Page> {
  const all = query.clone()
  narrow(query, asked, listing)
  return asked.startingAfter || asked.endingBefore
    ? byCursor(query, asked, listing, all)
    : byPage(query, asked, listing, total)
}

/** Applies the filters; without the states for the counts on tabs. */
export function narrow(query: Query, asked: ListQuery, listing: Listing, { states = true } = {}) {
  if (states && asked.states.length > 0) query.whereIn('state', asked.states)
  for (const [column, values] of Object.entries(asked.filters)) query.whereIn(column, values)
  for (const [name, yes] of Object.entries(asked.flags)) listing.flags![name](query, yes)
  for (const { column, operator, at } of asked.between) query.where(column, operator, at.toJSDate())
  if (asked.q) searchIn(query, asked.q, listing.search ?? [])
}

/** Leaves the rows with this id, or with the text anywhere in one of the columns. */
export function searchIn(query: Query, text: string, columns: readonly string[]) {
  const pattern = `%${text.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  query.where((either) => {
    either.where('id', text)
    for (const name of columns) {
      const [column, relation] = name.split('.').reverse()
      if (relation) either.orWhereIn(...among(query.model, relation, column, pattern))
      else either.orWhere((own) => holds(own, column, pattern))
    }
  })
}

/** Its foreign key and the rows that it may point at, which are looked for once, and not for each row of the list. */
function among(model: LucidModel, name: string, column: string, pattern: string) {
  const relation = model.$getRelation(name as never) as unknown as BelongsToRelationContract<
    LucidModel,
    LucidModel
  >
  relation.boot()
  const key = model.$getColumn(relation.foreignKey)!.columnName
  const rows = relation.relatedModel().query().select('id')
  holds(rows, column, pattern)
  return [key, rows] as const
}

function holds(
  query: { whereRaw(sql: string, values: string[]): unknown },
  column: string,
  pattern: string
) {
  query.whereRaw(String.raw`lower(??) like ? escape '\'`, [column, pattern])
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
  total: number | null
): Promise<Page> {
  const { page, limit } = asked
  const totalCount = total ?? (await countAll(query))
  const totalPages = Math.ceil(totalCount / limit)

  sort(query, asked, listing, asked.order)
  preload(query, asked, listing)
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
async function byCursor(
  query: Query,
  asked: ListQuery,
  listing: Listing,
  all: Query
): Promise<Page> {
  const { limit, startingAfter, endingBefore } = asked
  const forward = startingAfter !== undefined
  const order = forward === (asked.order === 'desc') ? 'desc' : 'asc'

  await beyond(query, asked, listing, all, order)
  sort(query, asked, listing, order, forward)
  preload(query, asked, listing)
  const found = await query.limit(limit + 1)

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

function sort(
  query: Query,
  asked: ListQuery,
  { mayBeNull = [] }: Listing,
  order: 'asc' | 'desc',
  nullsLast = true
) {
  const column = sortColumn(asked)
  if (mayBeNull.includes(column))
    query.orderByRaw(`?? is null ${nullsLast ? 'asc' : 'desc'}`, [column])
  query.orderBy(column, order)
  if (column !== 'id') query.orderBy('id', order)
}

/** Leaves the rows beyond the cursor's, in the order of the list. */
async function beyond(
  query: Query,
  asked: ListQuery,
  { mayBeNull = [] }: Listing,
  all: Query,
  order: 'asc' | 'desc'
) {
  const forward = asked.startingAfter !== undefined
  const cursor = (asked.startingAfter ?? asked.endingBefore)!
  const operator = order === 'desc' ? '<' : '>'
  const column = sortColumn(asked)
  if (column === 'id') {
    if (!isId(cursor, (query.model as unknown as { idPrefix: Prefix }).idPrefix)) refuse(forward)
    // Not returned: to await a query is to run it.
    query.where('id', operator, cursor)
    return
  }

  const anchor = all
    .where('id', cursor)
    .clearSelect()
    .select(column)
    .pojo<Record<string, unknown>>()
  const [found] = await anchor
  if (!found) return refuse(forward)
  const isNull = found[column] === null
  query.where((rows) => {
    if (isNull) rows.whereNull(column).where('id', operator, cursor)
    else {
      const its = `select ??, id from ${query.model.table} where id = ?`
      rows.whereRaw(`(??, id) ${operator} (${its})`, [column, column, cursor])
    }
    const othersFollow = mayBeNull.includes(column) && isNull !== forward
    if (othersFollow && isNull) rows.orWhereNotNull(column)
    else if (othersFollow) rows.orWhereNull(column)
  })
}

function refuse(forward: boolean): never {
  const field = forward ? 'starting_after' : 'ending_before'
  throw InvalidFieldsException.on(field, 'cursor', `${field} is not the id of a row of this list.`)
}
