import { parseDecimal } from '#money/format'
import { isCurrency } from '#money/currencies'

/** The part of JSON Schema that validators describe themselves with. */
export interface Schema {
  type?: string | string[]
  format?: string
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  items?: Schema
  anyOf?: Schema[]
  enum?: unknown[]
}

type Form = Record<string, unknown>

/**
 * Gives the text of a form the types that a schema asks for: numbers, booleans, lists by commas, and decimals
 * in a currency as minor units. An empty field is left out, or null where null is a value. Text that does not
 * fit stays as it is, for the validator to refuse.
 */
export function typedForm(form: Form, schema: Schema): Form {
  const typed: Form = {}
  for (const [name, value] of Object.entries(form)) {
    const shape = shapeOf(form, schema, name)
    const result = typedValue(value, shape, form)
    if (result !== undefined) typed[name] = result
  }
  for (const [name, shape] of Object.entries(schema.properties ?? {})) {
    const unticked = isType(shape, 'boolean') && `${name}_shown` in form && !(name in form)
    if (unticked) typed[name] = false
    delete typed[`${name}_shown`]
  }
  return typed
}

/** Where a field may have one of several shapes, the `type` beside it tells which. */
function shapeOf(form: Form, schema: Schema, name: string): Schema {
  const shapes = schema.anyOf ?? [schema]
  const chosen = shapes.find(({ properties }) => properties?.type?.enum?.includes(form.type))
  const shape = (chosen ?? shapes.find(({ properties }) => properties?.[name]))?.properties?.[name]
  return shape ?? {}
}

function typedValue(value: unknown, shape: Schema, form: Form): unknown {
  if (shape.format === 'amounts') return amountsOf(value)
  if (isPlain(value) && (shape.properties || shape.anyOf)) return typedForm(value, shape)
  if (shape.items) return listOf(value, shape.items, form)
  if (typeof value !== 'string') return value
  if (value === '') return isType(shape, 'null') ? null : undefined
  if (shape.format === 'minor-units') return minorUnits(value, form.currency)
  if (isType(shape, 'integer') || isType(shape, 'number'))
    return /^-?\d+$/.test(value) ? Number(value) : value
  if (shape.enum?.includes(Number(value))) return Number(value)
  if (isType(shape, 'boolean'))
    return ['on', 'true', '1'].includes(value) ? true : value === 'false' ? false : value
  return value
}

function listOf(value: unknown, items: Schema, form: Form) {
  const list =
    typeof value === 'string'
      ? value.split(',').map((item) => item.trim())
      : Object.values(value ?? {})
  return list.filter((item) => item !== '').map((item) => typedValue(item, items, form))
}

/** {"USD": "50.00", "EUR": ""} as minor units; an empty one is left out. */
function amountsOf(value: unknown) {
  if (!isPlain(value)) return value
  const given = Object.entries(value).filter(([, amount]) => amount !== '')
  return Object.fromEntries(
    given.map(([currency, amount]) => [currency, minorUnits(amount, currency)])
  )
}

function minorUnits(value: unknown, currency: unknown) {
  if (typeof value !== 'string' || typeof currency !== 'string' || !isCurrency(currency))
    return value
  return parseDecimal(value.replaceAll(/[,\s]/g, ''), currency) ?? value
}

function isType({ type }: Schema, wanted: string) {
  return [type].flat().includes(wanted)
}

function isPlain(value: unknown): value is Form {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
