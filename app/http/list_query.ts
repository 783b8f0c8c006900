import vine from '@vinejs/vine'
import { InvalidFieldsException, type FieldError } from '#exceptions/errors'
import { instant } from '#http/fields'
import type { Listing } from '#http/listing'
import type { Found } from '#http/search_in'
import type { Parameters } from '#http/query_parameters'
import type { Action, Verb } from '#http/resource'
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
  /** What `q` finds. */
  found?: Found
  states: string[]
  filters: Record<string, string[]>
  flags: Record<string, boolean>
  between: { column: string; operator: '>=' | '<='; at: DateTime }[]
  expand: string[]
}

/**
 * Reads a list's query parameters. Arrays come as `state[]=a&state[]=b`, `state=a&state=b` or `state=a,b`.
 *
 * @throws InvalidFieldsException for a parameter that is not known or cannot be
 */
export async function readListQuery(given: Parameters, listing: Listing): Promise<ListQuery> {
  const errors: FieldError[] = []
  refuseUnknown(errors, given, listParameters(listing))
  const query: ListQuery = {
    page: wholeOf(errors, given, 'page', 1),
    limit: Math.min(wholeOf(errors, given, 'limit', DEFAULT_LIMIT), MAX_LIMIT),
    startingAfter: textOf(errors, given, 'starting_after'),
    endingBefore: textOf(errors, given, 'ending_before'),
    sort: wordOf(errors, given, 'sort', ['created_at', ...(listing.sorts ?? [])]),
    order: wordOf(errors, given, 'order', ['desc', 'asc']) as 'asc' | 'desc',
    q: textOf(errors, given, 'q'),
    states: wordsOf(errors, given, 'state', listing.states ?? []),
    filters: filtersOf(given, listing),
    flags: flagsOf(errors, given, listing),
    between: await rangesOf(errors, given, listing),
    expand: wordsOf(errors, given, 'expand', Object.keys(listing.expands ?? {})),
  }
  refuseMixedPaging(errors, given)
  if (errors.length > 0) throw new InvalidFieldsException(errors)
  return query
}

/** Every query parameter that an action reads. */
export function parameterNames({ lists, asks }: Action, verb: Verb): string[] {
  if (verb === 'index' && lists) return listParameters(lists)
  return ['account_id', ...(lists?.expands ? ['expand'] : []), ...Object.keys(asks ?? {})]
}

function listParameters(listing: Listing): string[] {
  return [
    ...['account_id', 'page', 'limit', 'starting_after', 'ending_before', 'sort', 'order'],
    ...((listing.search ?? listing.begins ?? listing.is) ? ['q'] : []),
    ...(listing.states ? ['state'] : []),
    ...(listing.expands ? ['expand'] : []),
    ...(listing.filters ?? []),
    ...Object.keys(listing.flags ?? {}),
    ...(listing.stamps ?? []).flatMap((stamp) => [`${stamp}_since`, `${stamp}_until`]),
  ]
}

/** The relations that one row's `expand` names. */
export function readExpand(given: Parameters, listing: Listing | undefined): string[] {
  const errors: FieldError[] = []
  const expand = wordsOf(errors, given, 'expand', Object.keys(listing?.expands ?? {}))
  if (errors.length > 0) throw new InvalidFieldsException(errors)
  return expand
}

function refuse(errors: FieldError[], field: string, rule: string, message: string) {
  errors.push({ field, rule, message })
}

function refuseUnknown(errors: FieldError[], given: Parameters, names: string[]) {
  for (const name of given.keys()) {
    if (!names.includes(name))
      refuse(errors, name, 'unknown', `There is no parameter "${name}". Check its spelling.`)
  }
}

function refuseMixedPaging(errors: FieldError[], given: Parameters) {
  const used = ['page', 'starting_after', 'ending_before'].filter((name) => given.has(name))
  if (used.length > 1)
    refuse(errors, used[1], 'paging', 'Send one of page, starting_after and ending_before.')
}

/** The one value of a parameter that takes one; an empty one is none. */
function textOf(errors: FieldError[], given: Parameters, name: string): string | undefined {
  const values = given.get(name) ?? []
  if (values.length > 1) refuse(errors, name, 'once', `Send ${name} once.`)
  return values[0]?.trim() || undefined
}

/** All values of a parameter that takes several. */
export function namesOf(given: Parameters, name: string): string[] {
  return (given.get(name) ?? []).flatMap((each) => each.split(',')).filter((each) => each !== '')
}

function wholeOf(errors: FieldError[], given: Parameters, name: string, fallback: number): number {
  const value = textOf(errors, given, name)
  if (value === undefined) return fallback
  if (/^\d{1,9}$/.test(value) && Number(value) >= 1) return Number(value)
  refuse(errors, name, 'whole', `${name} must be a whole number from 1.`)
  return fallback
}

/** One of these words; the first when none is given. */
function wordOf(errors: FieldError[], given: Parameters, name: string, words: string[]): string {
  const value = textOf(errors, given, name)
  if (value !== undefined) refuseStrange(errors, name, [value], words)
  return value ?? words[0]
}

function wordsOf(
  errors: FieldError[],
  given: Parameters,
  name: string,
  words: readonly string[]
): string[] {
  const values = namesOf(given, name)
  refuseStrange(errors, name, values, words)
  return [...new Set(values)]
}

function refuseStrange(
  errors: FieldError[],
  name: string,
  values: string[],
  words: readonly string[]
) {
  const strange = values.find((each) => !words.includes(each))
  if (strange !== undefined)
    refuse(errors, name, 'enum', `${name} must be of ${words.join(', ')}; "${strange}" is not.`)
}

function filtersOf(given: Parameters, { filters = [] }: Listing): ListQuery['filters'] {
  const asked = filters.map((name) => [name, namesOf(given, name)] as const)
  return Object.fromEntries(asked.filter(([, values]) => values.length > 0))
}

function flagsOf(errors: FieldError[], given: Parameters, { flags = {} }: Listing) {
  const asked: ListQuery['flags'] = {}
  for (const name of Object.keys(flags)) {
    if (given.has(name)) asked[name] = wordOf(errors, given, name, ['true', 'false']) === 'true'
  }
  return asked
}

const stampValidator = vine.create({ at: instant() })

async function rangesOf(
  errors: FieldError[],
  given: Parameters,
  { stamps = [], unchanging }: Listing
) {
  const ranges: ListQuery['between'] = []
  for (const stamp of stamps) {
    for (const [end, operator] of [
      ['since', '>='],
      ['until', '<='],
    ] as const) {
      const name = `${stamp}_${end}`
      const value = textOf(errors, given, name)
      if (value === undefined) continue
      const [error, output] = await stampValidator.tryValidate({ at: value })
      if (error) refuse(errors, name, 'instant', `${name} must be a date and time in ISO 8601.`)
      else ranges.push({ column: `${unchanging ? 'created' : stamp}_at`, operator, at: output.at })
    }
  }
  return ranges
}
