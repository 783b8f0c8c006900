import db from '@adonisjs/lucid/services/db'
import { sum } from '#money/arithmetic'
import { chosenTabs, narrow } from '#http/narrow'
import type { Query } from '#http/paginate'
import type { ListQuery } from '#http/list_query'
import type { Listing } from '#http/listing'

/**
 * How far the console counts the rows of a list; beyond it a screen says `10,000+`, and takes no longer however many
 * there are. Programs are told the exact total.
 */
export const counting = { most: 10_000 }

/** How many rows there are; with `more` nobody has counted on from there. */
export interface Total {
  count: number
  more: boolean
}

/** By tab, and `all`. One more than `counting.most` stands for all beyond it. */
export type Counts = Record<string, number>

/** How many rows a list has on a screen, and each of its tabs; nothing where a search found too many to tell. */
export async function countForScreen(
  query: Query,
  asked: ListQuery,
  listing: Listing
): Promise<{ counts: Counts; total: Total }> {
  if (asked.found?.many) return { counts: {}, total: { count: 0, more: true } }
  if (!listing.tabs)
    return { counts: {}, total: totalOf(await countRows(query.clone(), asked, listing)) }

  const counts = await countByTab(query.clone(), asked, listing)
  const chosen = chosenTabs(asked, listing)
  const shown = chosen.length === 0 ? ['all'] : chosen
  return { counts, total: totalOf(sum(shown.map((tab) => counts[tab]))) }
}

async function countRows(query: Query, asked: ListQuery, listing: Listing) {
  narrow(query, asked, listing)
  const { count } = await db.from(bounded(query, 'id')).count('* as count').first()
  return Number(count)
}

/** All rows together; only where they are too many, each tab by itself, by its index, and no further than it must. */
async function countByTab(query: Query, asked: ListQuery, listing: Listing): Promise<Counts> {
  narrow(query, asked, listing, { tabs: false })
  const { column, values } = listing.tabs!
  const rows: Record<string, string | number>[] = await db
    .from(bounded(query.clone(), column))
    .groupBy(column)
    .select(column)
    .count('* as count')
  const found = Object.fromEntries(rows.map((row) => [row[column], Number(row.count)]))
  const all = sum(Object.values(found))
  const none = Object.fromEntries(values.map((tab) => [tab, 0]))
  return { ...none, ...(all > counting.most ? await countEach(query, column, values) : found), all }
}

async function countEach(query: Query, column: string, tabs: readonly string[]): Promise<Counts> {
  const counts = tabs.map((tab) =>
    db
      .from(bounded(query.clone().where(column, tab), column))
      .count('*')
      .as(tab)
  )
  const row = await db
    .query()
    .select(...counts)
    .first()
  return Object.fromEntries(tabs.map((tab) => [tab, Number(row[tab])]))
}

function bounded(query: Query, column: string) {
  query
    .clearOrder()
    .clearSelect()
    .select(column)
    .limit(counting.most + 1)
  // A relation's query names its parent only when it is asked for its SQL.
  query.toSQL()
  return query.knexQuery.as('rows') as never
}

function totalOf(count: number): Total {
  const { most } = counting
  return count > most ? { count: most, more: true } : { count, more: false }
}
