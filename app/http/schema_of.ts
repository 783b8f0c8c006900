import type { VineValidator } from '@vinejs/vine'

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
  [keyword: string]: unknown
}

type AnyValidator = VineValidator<any, any>

const known = new WeakMap<AnyValidator, Schema>()

/** What a validator takes, as JSON Schema; made once. */
export function schemaOf(validator: AnyValidator): Schema {
  const made = known.get(validator) ?? mended(validator.toJSONSchema() as Schema)
  known.set(validator, made)
  return made
}

/**
 * Vine describes a union that may be left out as one of `{}` and its shapes, and still asks for it. Here the
 * `{}` goes, and so does the name among the required.
 */
function mended(schema: Schema): Schema {
  const properties = Object.entries(schema.properties ?? {})
  const optional = properties.filter(([, { anyOf }]) => anyOf?.some(isEmpty)).map(([name]) => name)
  const copy: Schema = { ...schema }
  if (schema.properties) {
    copy.properties = Object.fromEntries(properties.map(([name, inner]) => [name, mended(inner)]))
    copy.required = (schema.required ?? []).filter((name) => !optional.includes(name))
  }
  if (schema.anyOf) copy.anyOf = schema.anyOf.filter((shape) => !isEmpty(shape)).map(mended)
  if (schema.items) copy.items = mended(schema.items)
  if (typeof schema.additionalProperties === 'object')
    copy.additionalProperties = mended(schema.additionalProperties)
  return copy
}

function isEmpty(schema: Schema) {
  return Object.keys(schema).length === 0
}
