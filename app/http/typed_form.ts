import { DateTime } from 'luxon'
import { typedCondition } from '#http/typed_condition'
import { parseDecimal } from '#money/format'
import { isCurrency } from '#money/currencies'
import type { Schema } from '#http/schema_of'

export type { Schema } from '#http/schema_of'

type Form = Record<string, unknown>

/**
 * Gives the text of a form the types that a schema asks for: numbers, booleans, lists by commas, and decimals
 * in a currency as minor units. An empty field is left out, or null where null is a value. Text that does not
 * fit stays as it is, for the validator to refuse. Of a box's two values, the hidden one and its own, the last counts.
 * A time without an offset is one of `zone`.
 */
export function typedForm(form: Form, schema: Schema, zone = 'UTC'): Form {
  const typed: Form = {}
  for (const [name, value] of Object.entries(form)) {
    if (isOfAnotherShape(form, schema, name)) continue
    const shape = shapeOf(form, schema, name)
    const result = typedValue(value, shape, form, zone)
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
  const shape = chosenOf(form, schema) ?? shapes.find(({ properties }) => properties?.[name])
  return shape?.properties?.[name] ?? {}
}

/** A form shows the fields of every shape; those that were not chosen say nothing. */
function isOfAnotherShape(form: Form, schema: Schema, name: string) {
  const chosen = chosenOf(form, schema)
  if (!chosen || chosen.properties?.[name]) return false
  return schema.anyOf!.some(({ properties }) => properties?.[name])
}

function chosenOf(form: Form, { anyOf }: Schema) {
  return anyOf?.find(({ properties }) => properties?.type?.enum?.includes(form.type))
}

function typedValue(value: unknown, shape: Schema, form: Form, zone: string): unknown {
  if (shape.format === 'amounts') return amountsOf(value)
  if (shape.format === 'condition') return typedCondition(value)
  if (isPlain(value) && (shape.properties || shape.anyOf))
    return saysNothing(value) && isNullable(shape) ? null : typedForm(value, shape, zone)
  if (isPlain(value) && isObject(shape.additionalProperties))
    return recordOf(value, shape.additionalProperties, form, zone)
  if (shape.format === 'tiers') return rowsOf(value, shape.items!, zone)
  if (shape.items) return listOf(value, shape.items, form, zone)
  if (Array.isArray(value) && isType(shape, 'boolean'))
    return typedValue(value.at(-1), shape, form, zone)
  if (typeof value !== 'string') return value
  if (value === '') return isType(shape, 'null') ? null : undefined
  if (shape.format === 'minor-units') return minorUnits(value, form.currency)
  if (shape.format === 'basis-points') return basisPoints(value)
  if (shape.format === 'date-time') return instantOf(value, zone)
  if (isType(shape, 'integer') || isType(shape, 'number'))
    return /^-?\d+$/.test(value) ? Number(value) : value
  if (shape.enum?.includes(Number(value))) return Number(value)
  if (isType(shape, 'boolean'))
    return ['on', 'true', '1'].includes(value) ? true : value === 'false' ? false : value
  return value
}

/** Names of any kind, each with a value of one shape. */
function recordOf(value: Form, shape: Schema, form: Form, zone: string) {
  const typed = Object.entries(value).map(([name, each]) => [
    name,
    typedValue(each, shape, form, zone),
  ])
  return Object.fromEntries(typed.filter(([, each]) => each !== undefined))
}

function listOf(value: unknown, items: Schema, form: Form, zone: string) {
  const list =
    typeof value === 'string'
      ? value.split(',').map((item) => item.trim())
      : Object.values(value ?? {})
  return list
    .filter((item) => item !== '')
    .map((item) => typedValue(item, items, form, zone))
    .filter((item) => item !== undefined)
}

/** Rows of a table in a form: those that are empty are left out, and so is a table without any. */
function rowsOf(value: unknown, items: Schema, zone: string) {
  const rows = Object.values(value ?? {}).filter((row) => isPlain(row) && !isEmpty(row)) as Form[]
  return rows.length > 0 ? rows.map((row) => typedForm(row, items, zone)) : undefined
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

/** A percentage such as `20`, `12.5` or `12,5 %`. */
function basisPoints(value: string) {
  const [, whole, fraction = ''] = /^(\d{1,4})(?:[.,](\d{1,2}))?\s*%?$/.exec(value.trim()) ?? []
  return whole === undefined ? value : Number(whole + fraction.padEnd(2, '0'))
}

/** What a browser's field of date and time posts is the time on the workspace's clocks. */
function instantOf(value: string, zone: string) {
  const isLocal = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(value)
  return (isLocal && DateTime.fromISO(value, { zone }).toISO()) || value
}

function isNullable(shape: Schema) {
  return [shape, ...(shape.anyOf ?? [])].some((one) => isType(one, 'null'))
}

/** Nothing was filled in, or none of several shapes was chosen. */
function saysNothing(value: Form) {
  return value.type === '' || isEmpty(value)
}

/** Nothing was filled in, however deep. */
function isEmpty(value: unknown): boolean {
  return value === '' || (isPlain(value) && Object.values(value).every(isEmpty))
}

function isType({ type }: Schema, wanted: string) {
  return [type].flat().includes(wanted)
}

function isObject(schema: Schema['additionalProperties']): schema is Schema {
  return typeof schema === 'object'
}

function isPlain(value: unknown): value is Form {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
