import string from '@adonisjs/core/helpers/string'
import { prefixes } from '#core/ids'
import type { Shape } from '#openapi/shape'

const A_TIME = '01k5q8w3v7e9x2m4n6p8r0t1s3'

const prefixOf: Record<string, string> = {
  ...Object.fromEntries(
    Object.entries(prefixes).map(([model, prefix]) => [`${string.snakeCase(model)}_id`, prefix])
  ),
  account_id: 'ws',
  run_id: 'run',
  rule_id: 'rule',
  reversal_of: 'com',
  referrer_id: 'aff',
  default_campaign_id: 'camp',
  created_by_id: 'usr',
}

/** What fields of a name hold in examples, where their schema tells nothing better. */
const usual: Record<string, unknown> = {
  name: 'Jane Doe',
  email: 'jane@example.com',
  password: 'correct horse battery',
  currency: 'USD',
  country: 'DE',
  timezone: 'Europe/Berlin',
  amount: 9900,
  rate_bps: 2000,
  external_id: 'order-1001',
  conversion_external_id: 'order-1001',
  ref: 'jane',
  ref_param: 'jane',
  url: 'https://shop.example.com/',
  landing_url: 'https://shop.example.com/pricing',
  product: 'pro',
  plan: 'annual',
  iban: 'DE89370400440532013000',
  bic: 'COBADEFFXXX',
  holder: 'Jane Doe',
  reference: 'bank-2026-03-02',
  reason: 'duplicate',
  explanation: 'Last click on link jane; 20% of $99.00.',
  lock_version: 0,
  page: 1,
  limit: 20,
  q: 'jane',
  cursor: `aff_${A_TIME}`,
}

/** A well-formed id of a row, by the name of a field that holds one; undefined where it is not known. */
export function exampleId(name: string): string | undefined {
  const prefix = prefixOf[name]
  return prefix && `${prefix}_${A_TIME}`
}

/** How schemas and names are looked up while an example is made. */
interface Lookup {
  find: (ref: string) => Shape
  known: Record<string, unknown>
}

/**
 * A value that fits a schema and looks like life. `find` looks up what it refers to; `known` holds values of some
 * names that are better than the usual ones.
 */
export function exampleOf(
  schema: Shape,
  find: Lookup['find'],
  known: Record<string, unknown> = {},
  name = ''
): unknown {
  const given = Object.entries(known).filter(([, value]) => value !== undefined)
  return made(schema, name, { find, known: { ...usual, ...Object.fromEntries(given) } })
}

function made(schema: Shape, name: string, lookup: Lookup): unknown {
  if ('example' in schema) return schema.example
  if (Array.isArray(schema.examples)) return schema.examples[0]
  if ('const' in schema) return schema.const
  if (typeof schema.$ref === 'string') return made(lookup.find(schema.$ref), name, lookup)
  if (Array.isArray(schema.allOf))
    return Object.assign({}, ...schema.allOf.map((each) => made(each, name, lookup)))
  const choices = (schema.anyOf ?? schema.oneOf) as Shape[] | undefined
  if (choices) return made(choices.find(({ type }) => type !== 'null') ?? choices[0], name, lookup)
  if (Array.isArray(schema.enum)) return schema.enum.find((word) => word !== null)
  return ofType(schema, name, lookup)
}

function ofType(schema: Shape, name: string, lookup: Lookup): unknown {
  switch ([schema.type].flat().find((type) => type !== 'null')) {
    case 'object':
      return anObject(schema, name, lookup)
    case 'array':
      return [made(schema.items as Shape, name.replace(/s$/, ''), lookup)]
    case 'boolean':
      return true
    case 'integer':
    case 'number':
      return aNumber(schema, name, lookup)
    case 'string':
      return aText(schema, name, lookup)
    default:
      return null
  }
}

function anObject({ properties, additionalProperties: more }: Shape, name: string, lookup: Lookup) {
  if (properties) {
    const fields = Object.entries(properties as Record<string, Shape>)
    return Object.fromEntries(fields.map(([field, inner]) => [field, made(inner, field, lookup)]))
  }
  if (name === 'permissions') return { 'v1.track.write': true }
  const holdsAmounts = typeof more === 'object' && (more as Shape).type === 'integer'
  return holdsAmounts ? { USD: 5000 } : {}
}

function aNumber(
  { minimum: least = 1, maximum: most = Infinity }: Shape,
  name: string,
  { known }: Lookup
) {
  const value = name.endsWith('amount') ? known.amount : known[name]
  return Math.min(Math.max(Number(value ?? 1), Number(least)), Number(most))
}

function aText({ format, pattern, maxLength }: Shape, name: string, { known }: Lookup) {
  const ofRow = /^\^([a-z]+)_\[0-9a-z\]\{26\}\$$/.exec(String(pattern))
  if (ofRow) return `${ofRow[1]}_${A_TIME}`
  if (format === 'date-time') return '2026-03-02T09:00:00.000Z'
  if (format === 'email') return known.email
  if (pattern === '^[A-Z]{3}$') return 'USD'
  const value = exampleId(name) ?? known[name] ?? (format === 'uri' ? known.url : 'text')
  return String(value).slice(0, Number(maxLength ?? Infinity))
}
