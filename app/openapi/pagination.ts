import { exampleId, exampleOf } from '#openapi/example'
import * as shapes from '#openapi/shape'
import type { Listing } from '#http/listing'
import type { Shape } from '#openapi/shape'

const exact = (properties: Record<string, Shape>): Shape => ({
  ...shapes.object(properties),
  additionalProperties: false,
})

export const pagePagination = exact({
  previous_page: shapes.nullable(shapes.whole()),
  current_page: shapes.whole(),
  next_page: shapes.nullable(shapes.whole()),
  count: shapes.whole(),
  limit: shapes.whole(),
  total_pages: shapes.whole(),
  total_count: shapes.whole(),
})

export const cursorPagination = exact({
  limit: shapes.whole(),
  count: shapes.whole(),
  next_cursor: shapes.nullable(shapes.text()),
  previous_cursor: shapes.nullable(shapes.text()),
})

/** The answer of a list of these. */
export function pageOf(item: Shape): Shape {
  return shapes.object({
    data: shapes.list(item),
    pagination: {
      oneOf: [
        { $ref: '#/components/schemas/PagePagination' },
        { $ref: '#/components/schemas/CursorPagination' },
      ],
    },
  })
}

/** The query parameters of a list. */
export function listParameters(listing: Listing): Shape[] {
  const words = (names: readonly string[]) => shapes.list(shapes.oneOf(names))
  return [
    inQuery('page', shapes.whole({ minimum: 1, default: 1 }), 'Which page. Not with a cursor.'),
    inQuery('limit', shapes.whole({ minimum: 1, default: 20 }), 'Rows a page; at most 100.'),
    inQuery('starting_after', cursor(), 'The id of a row: the rows after it.'),
    inQuery('ending_before', cursor(), 'The id of a row: the rows before it.'),
    inQuery('sort', shapes.oneOf(['created_at', ...(listing.sorts ?? [])]), 'What to sort by.'),
    inQuery('order', shapes.oneOf(['desc', 'asc']), 'Newest or largest first by default.'),
    ...(listing.search || listing.begins || listing.is
      ? [inQuery('q', shapes.text(), searched(listing))]
      : []),
    ...(listing.states ? [inQuery('state', words(listing.states), 'Any of these states.')] : []),
    ...expandParameter(listing),
    ...(listing.filters ?? []).map((name) =>
      inQuery(name, shapes.list(shapes.text()), 'Any of these.')
    ),
    ...Object.keys(listing.flags ?? {}).map((name) =>
      inQuery(name, shapes.oneOf(['true', 'false']), 'Only those, or only the others.')
    ),
    ...(listing.stamps ?? []).flatMap((stamp) => [
      inQuery(`${stamp}_since`, moment(), 'ISO 8601; from this instant.'),
      inQuery(`${stamp}_until`, moment(), 'ISO 8601; up to this instant.'),
    ]),
  ]
}

/** Such as `An id; or text in affiliate.name; or the beginning of conversion.external_id.` */
function searched({ search = [], begins = [], is = [] }: Listing) {
  const ways = [
    'An id',
    ...(is.length > 0 ? [`the whole ${is.join(' or ')}`] : []),
    ...(search.length > 0 ? [`text in ${search.join(', ')}`] : []),
    ...(begins.length > 0 ? [`the beginning of ${begins.join(', ')}`] : []),
  ]
  return `${ways.join('; or ')}.`
}

const cursor = () => shapes.text({ maxLength: 100, example: exampleId('affiliate_id') })
const moment = () => shapes.text({ maxLength: 40, example: '2026-03-02T09:00:00.000Z' })

export function expandParameter(listing: Listing | undefined): Shape[] {
  const names = Object.keys(listing?.expands ?? {})
  if (names.length === 0) return []
  return [inQuery('expand', shapes.list(shapes.oneOf(names)), 'Rows to show inside each.')]
}

export function inQuery(name: string, schema: Shape, description: string): Shape {
  const example = exampleOf(schema, () => ({}), {}, name)
  return { name, in: 'query', schema, description, example }
}
