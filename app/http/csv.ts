import { Readable } from 'node:stream'
import { csvLines, safeCell } from '#core/csv'
import { complete } from '#http/complete'
import { copyOf, paginate, type Query } from '#http/paginate'
import { isCurrency } from '#money/currencies'
import { formatDecimal } from '#money/format'
import { isAmounts, isMoney, type Shape } from '#openapi/shape'
import type { ListQuery } from '#http/list_query'
import type { Listing } from '#http/listing'
import type { Row, Transformer } from '#http/resource'
import type { LucidModel } from '@adonisjs/lucid/types/model'

/** Rows that are read at once. */
const CHUNK = 500

interface Column {
  name: string
  path: string[]
  shape: Shape
}

type Values = Record<string, unknown>

/**
 * A whole list as CSV, of any size: the columns are the fields of its rows on the API, in their order, with the
 * name of each row that is preloaded beside its id. Amounts are decimals of the currency beside them.
 */
export function csvOf(
  query: Query,
  asked: ListQuery,
  listing: Listing,
  transformer: Transformer
): Readable {
  const columns = columnsOf(transformer.shape)
  return Readable.from(linesOf(query, asked, listing, transformer, columns), { objectMode: false })
}

async function* linesOf(
  query: Query,
  asked: ListQuery,
  listing: Listing,
  transformer: Transformer,
  columns: Column[]
) {
  let named: string[] | undefined
  for await (const rows of chunksOf(query, asked, listing)) {
    await complete(rows)
    if (!named) {
      named = rows.length > 0 ? namedRelations(rows[0]) : []
      yield csvLines([[...columns.map(({ name }) => name), ...named]])
    }
    yield csvLines(
      rows.map((row) => [
        ...cellsOf(new transformer(row as never).toObject() as Values, columns),
        ...named!.map((relation) => safeCell(nameOf(row, relation))),
      ])
    )
  }
}

/** From the first row on: which page of the list is shown does not matter. */
async function* chunksOf(query: Query, asked: ListQuery, listing: Listing) {
  const { page, startingAfter, endingBefore, ...same } = asked
  let after: string | undefined
  for (;;) {
    const chunk = { ...same, page: 1, limit: CHUNK, expand: [], startingAfter: after }
    const { rows } = await paginate(copyOf(query), chunk, listing)
    yield rows
    if (rows.length < CHUNK) return
    after = rows.at(-1)!.id
  }
}

function columnsOf(shape: Shape, path: string[] = []): Column[] {
  return Object.entries(shape.properties as Record<string, Shape>).flatMap(([key, each]) =>
    each.properties
      ? columnsOf(each, [...path, key])
      : [{ name: [...path, key].join('_'), path: [...path, key], shape: each }]
  )
}

function cellsOf(values: Values, columns: Column[]): string[] {
  return columns.map(({ path, shape }) => {
    const beside = path
      .slice(0, -1)
      .reduce<Values>((at, key) => (at?.[key] ?? {}) as Values, values)
    return cellOf(beside[path.at(-1)!], shape, String(beside.currency ?? values.currency ?? ''))
  })
}

function cellOf(value: unknown, shape: Shape, currency: string): string {
  if (value === null || value === undefined) return ''
  if (isMoney(shape) && isCurrency(currency)) return formatDecimal(value as number, currency)
  if (isAmounts(shape)) return amountsOf(value as Record<string, number>)
  if (typeof value === 'number') return String(value)
  return safeCell(Array.isArray(value) ? value.map(wordOf).join(' ') : wordOf(value))
}

function amountsOf(amounts: Record<string, number>) {
  return Object.entries(amounts)
    .filter(([currency]) => isCurrency(currency))
    .map(([currency, amount]) => `${currency} ${formatDecimal(amount, currency as never)}`)
    .join(', ')
}

/** Of an object that has one, its code says the most. */
function wordOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  return 'code' in value ? String(value.code) : JSON.stringify(value)
}

/** The relations that are loaded with a row and whose rows have a name. */
function namedRelations(row: Row): string[] {
  const model = row.constructor as LucidModel
  return Object.keys(row.$preloaded).filter((relation) => {
    const related = model.$getRelation(relation).relatedModel()
    return 'displayName' in related.prototype || related.$hasColumn('name')
  })
}

function nameOf(row: Row, relation: string): string {
  const related = row.$preloaded[relation] as { displayName?: string; name?: string } | undefined
  return related?.displayName ?? related?.name ?? ''
}
