/** JSON Schema (2020-12) as transformers declare it: what stands in the OpenAPI document and is asserted in tests. */
export interface Shape {
  [keyword: string]: unknown
}

/** The longest text that a field holds, in characters. */
export const MAX_TEXT = 65_535
/** The most items that a list has, where it says no less. */
export const MAX_ITEMS = 10_000

export const text = (about: Shape = {}): Shape => ({
  type: 'string',
  maxLength: MAX_TEXT,
  ...about,
})
/** A count: a whole number from 0. */
export const whole = (about: Shape = {}): Shape => ({
  type: 'integer',
  format: 'int64',
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
  ...about,
})
export const flag = (): Shape => ({ type: 'boolean' })
export const oneOf = (words: readonly string[]): Shape => ({ type: 'string', enum: [...words] })
export const idOf = (prefix: string): Shape => ({
  type: 'string',
  pattern: `^${prefix}_[0-9a-z]{26}$`,
  maxLength: prefix.length + 27,
})
export const instant = (): Shape => ({ type: 'string', format: 'date-time', maxLength: 40 })
const MONEY = 'Minor units of the currency beside it.'
const AMOUNTS = 'Minor units by currency.'

export const money = (): Shape => whole({ minimum: Number.MIN_SAFE_INTEGER, description: MONEY })
export const currency = (): Shape => ({ type: 'string', pattern: '^[A-Z]{3}$', maxLength: 3 })
export const amounts = (): Shape => ({
  type: 'object',
  additionalProperties: whole(),
  description: AMOUNTS,
})
/** Words that are true or false, such as permissions. */
export const flags = (): Shape => ({ type: 'object', additionalProperties: flag() })
export const anything = (): Shape => ({ type: 'object', additionalProperties: true })
export const list = (items: Shape, maxItems = MAX_ITEMS): Shape => ({
  type: 'array',
  items,
  maxItems,
})

export const isMoney = ({ description }: Shape) => description === MONEY
export const isAmounts = ({ description }: Shape) => description === AMOUNTS

/** The shape, or null. */
export function nullable(shape: Shape): Shape {
  if (Array.isArray(shape.enum))
    return { ...shape, type: ['string', 'null'], enum: [...shape.enum, null] }
  if (typeof shape.type === 'string') return { ...shape, type: [shape.type, 'null'] }
  return { anyOf: [shape, { type: 'null' }] }
}

/** An object that has all of these, and may have those. */
export function object(
  properties: Record<string, Shape>,
  optional: Record<string, Shape> = {}
): Shape {
  return {
    type: 'object',
    properties: { ...properties, ...optional },
    required: Object.keys(properties),
    additionalProperties: true,
  }
}

/** What every row of a resource has beside its own. */
export function row(prefix: string, properties: Record<string, Shape>): Shape {
  return object({ id: idOf(prefix), ...properties, created_at: instant(), updated_at: instant() })
}

/** What a transformer's shape is called: AffiliateTransformer's is Affiliate. */
export function nameOfShape(transformer: { name: string }) {
  return transformer.name.replace(/Transformer$/, '')
}

export function ref(transformer: { name: string }): Shape {
  return { $ref: `#/components/schemas/${nameOfShape(transformer)}` }
}
