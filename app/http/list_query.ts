import vine from '@vinejs/vine'
import { InvalidFieldsException, type FieldError } from '#exceptions/errors'
import { instant } from '#http/fields'
import type { Listing } from '#http/listing'
import type { DateTime } from 'luxon'

export const DEFAULT_LIMIT = 20
export const MAX_LIMIT = 100

/** What a list was asked for, checked. */
export interface ListQuery {
  page: number
  limit: number
  startingAfter?: string
  endingBefore?: string
  sort: string
  order: 'asc' | 'desc'
  q?: string
  states: string[]
  filters: Record<string, string[]>
  between: { column: string; operator: '>=' | '<='; at: DateTime }[]
  expand: string[]
}

/**
 * Reads a list's query parameters. Arrays come as `state[]=a&state[]=b`, `state=a&state=b` or `state=a,b`.
 *
 * @throws InvalidFieldsException for a parameter that is not known or cannot be
 */
export async function readListQuery(
  given: Record<string, unknown>,
  listing: Listing
): Promise<ListQuery> {
  const errors: FieldError[] = []
  const known = parametersOf(listing)
  for (const name of Object.keys(given)) {
    if (!known.includes(name))
      refuse(errors, name, 'unknown', `There is no parameter "${name}". Check its spelling.`)
  }

  const query: ListQuery = {
    page: wholeOf(errors, 'page', given.page, 1),
    limit: Math.min(wholeOf(errors, 'limit', given.limit, DEFAULT_LIMIT), MAX_LIMIT),
    startingAfter: textOf(given.starting_after),
    endingBefore: textOf(given.ending_before),
    sort: wordOf(
      errors,
      'sort',
      given.sort,
      ['created_at', ...(listing.sorts ?? [])],
      'created_at'
    ),
    order: wordOf(errors, 'order', given.order, ['desc', 'asc'], 'desc') as 'asc' | 'desc',
    q: textOf(given.q),
    states: wordsOf(errors, 'state', given.state, listing.states ?? []),
    filters: {},
    between: await rangesOf(errors, given, listing),
    expand: wordsOf(errors, 'expand', given.expand, Object.keys(listing.expands ?? {})),
  }
  for (const name of listing.filters ?? []) {
    const values = arrayOf(given[name])
    if (values.length > 0) query.filters[name] = values
  }
  refuseMixedPaging(errors, given)
  if (errors.length > 0) throw new InvalidFieldsException(errors)
  return query
}

/** Every query parameter that a list takes. */
export function parametersOf(listing: Listing): string[] {
  return [
    ...['account_id', 'page', 'limit', 'starting_after', 'ending_before', 'sort', 'order'],
    ...(listing.search ? ['q'] : []),
    ...(listing.states ? ['state'] : []),
    ...(listing.expands ? ['expand'] : []),
    ...(listing.filters ?? []),
    ...(listing.stamps ?? []).flatMap((stamp) => [`${stamp}_since`, `${stamp}_until`]),
  ]
}

/** The relations that one row's `expand` names. */
export function readExpand(given: Record<string, unknown>, listing: Listing | undefined): string[] {
  const errors: FieldError[] = []
  const expand = wordsOf(errors, 'expand', given.expand, Object.keys(listing?.expands ?? {}))
  if (errors.length > 0) throw new InvalidFieldsException(errors)
  return expand
}

function refuse(errors: FieldError[], field: string, rule: string, message: string) {
  errors.push({ field, rule, message })
}

function refuseMixedPaging(errors: FieldError[], given: Record<string, unknown>) {
  const cursors = ['starting_after', 'ending_before'].filter((name) => given[name] !== undefined)
  if (cursors.length === 2 || (cursors.length === 1 && given.page !== undefined)) {
    refuse(errors, cursors[0], 'paging', 'Send one of page, starting_after and ending_before.')
  }
}

function textOf(value: unknown) {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function arrayOf(value: unknown): string[] {
  if (value === undefined || value === null) return []
  const values = Array.isArray(value) ? value : [value]
  return values.flatMap((each) => String(each).split(',')).filter((each) => each !== '')
}

function wholeOf(errors: FieldError[], name: string, value: unknown, fallback: number): number {
  if (value === undefined || value === '') return fallback
  const number = Number(value)
  if (/^\d{1,9}$/.test(String(value)) && number >= 1) return number
  refuse(errors, name, 'whole', `${name} must be a whole number from 1.`)
  return fallback
}

function wordOf(
  errors: FieldError[],
  name: string,
  value: unknown,
  words: readonly string[],
  fallback: string
): string {
  return wordsOf(errors, name, value, words)[0] ?? fallback
}

function wordsOf(
  errors: FieldError[],
  name: string,
  value: unknown,
  words: readonly string[]
): string[] {
  const values = arrayOf(value)
  const strange = values.filter((each) => !words.includes(each))
  if (strange.length > 0) {
    refuse(errors, name, 'enum', `${name} must be of ${words.join(', ')}; "${strange[0]}" is not.`)
  }
  return values.filter((each) => words.includes(each))
}

const stampValidator = vine.create({ at: instant() })

async function rangesOf(errors: FieldError[], given: Record<string, unknown>, listing: Listing) {
  const ranges: ListQuery['between'] = []
  for (const stamp of listing.stamps ?? []) {
    for (const [end, operator] of [
      ['since', '>='],
      ['until', '<='],
    ] as const) {
      const name = `${stamp}_${end}`
      if (given[name] === undefined || given[name] === '') continue
      const [error, output] = await stampValidator.tryValidate({ at: given[name] })
      if (error) refuse(errors, name, 'instant', `${name} must be a date and time in ISO 8601.`)
      else ranges.push({ column: `${stamp}_at`, operator, at: output.at })
    }
  }
  return ranges
}
