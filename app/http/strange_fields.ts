import type { FieldError } from '#exceptions/errors'
import type { Schema } from '#http/schema_of'

/**
 * What a validator would let pass in silence: fields that it does not know, and null where null is no value.
 * The rest is the validator's own to refuse.
 */
export function strangeFields(data: unknown, schema: Schema, path = ''): FieldError[] {
  if (Array.isArray(data)) {
    return data.flatMap((item, index) =>
      strangeFields(item, schema.items ?? {}, join(path, String(index)))
    )
  }
  if (!isObject(data)) return []

  const shape = shapeFor(data, schema)
  const inner = shape.additionalProperties
  return Object.entries(data).flatMap(([name, value]) => {
    const field = join(path, name)
    const known = shape.properties && Object.hasOwn(shape.properties, name)
    if (name === '__proto__') return [unknown(field)]
    if (known) return strangeValue(value, shape.properties![name], field)
    if (typeof inner === 'object') return strangeValue(value, inner, field)
    return inner === true || shape.type === undefined ? [] : [unknown(field)]
  })
}

/** Where an object may have one of several shapes, its `type` tells which. */
export function shapeFor(data: Record<string, unknown>, schema: Schema): Schema {
  const shapes = (schema.anyOf ?? [schema]).filter(({ type }) => type !== 'null')
  const chosen = shapes.find(({ properties }) => properties?.type?.enum?.includes(data.type))
  return chosen ?? shapes[0] ?? {}
}

function strangeValue(value: unknown, schema: Schema, field: string): FieldError[] {
  if (value !== null) return strangeFields(value, schema, field)
  return mayBeNull(schema) ? [] : [{ field, rule: 'null', message: `${field} must not be null.` }]
}

function mayBeNull({ type, anyOf, enum: words }: Schema): boolean {
  if (anyOf) return anyOf.some(mayBeNull)
  if (type === undefined) return words === undefined || words.includes(null)
  return [type].flat().includes('null')
}

function unknown(field: string): FieldError {
  return {
    field,
    rule: 'unknown',
    message: `There is no field "${field}". Check its spelling.`,
  }
}

function join(path: string, name: string) {
  return path ? `${path}.${name}` : name
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
