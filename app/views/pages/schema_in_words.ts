import type { Shape } from '#openapi/shape'

/** A field of a body, or a parameter, for people. Fields inside others have dotted names. */
export interface Field {
  name: string
  type: string
  required: boolean
  about: string
}

type Find = (ref: string) => Shape

/** How deep fields are told of; what lies deeper is part of its field. */
const MAX_DEPTH = 3

/** The fields of an object's schema, and those of the objects in it. */
export function fieldsOf(schema: Shape, find: Find, prefix = '', depth = 1): Field[] {
  const fields = variantsOf(schema, find).flatMap(({ properties = {}, required = [] }) =>
    Object.entries(properties as Record<string, Shape>).flatMap(([name, inner]) => {
      const field = {
        name: prefix + name,
        type: typeInWords(inner, find),
        required: (required as string[]).includes(name),
        about: String(inner.description ?? ''),
      }
      const within = itemOf(inner, find)
      const below = `${field.name}${inner.type === 'array' ? '[]' : ''}.`
      return [field, ...(depth < MAX_DEPTH ? fieldsOf(within, find, below, depth + 1) : [])]
    })
  )
  return [...joined(fields).values()]
}

/** Several shapes of one object may have the same field: what each of them says of it counts. */
function joined(fields: Field[]) {
  const byName = new Map<string, Field>()
  for (const field of fields) {
    const known = byName.get(field.name)
    const types = new Set([...(known?.type.split(' or ') ?? []), ...field.type.split(' or ')])
    const isRequired = field.required && known?.required !== false
    byName.set(field.name, { ...field, type: [...types].join(' or '), required: isRequired })
  }
  return byName
}

/** What a field holds, in few words: "whole number", "list of text", "first or last". */
export function typeInWords(schema: Shape, find: Find): string {
  if (typeof schema.$ref === 'string') return typeInWords(find(schema.$ref), find)
  if (Array.isArray(schema.enum))
    return schema.enum.map((word) => (word === null ? 'null' : String(word))).join(' or ')
  if ('const' in schema) return String(schema.const)
  const choices = (schema.anyOf ?? schema.oneOf) as Shape[] | undefined
  if (choices) return [...new Set(choices.map((each) => typeInWords(each, find)))].join(' or ')
  return [schema.type ?? 'object']
    .flat()
    .map((type) => wordOf(type as string, schema, find))
    .join(' or ')
}

function wordOf(type: string, schema: Shape, find: Find): string {
  switch (type) {
    case 'array':
      return `list of ${typeInWords((schema.items ?? {}) as Shape, find)}`
    case 'boolean':
      return 'true or false'
    case 'integer':
      return 'whole number'
    case 'string':
      return textInWords(schema)
    default:
      return type
  }
}

function textInWords({ format, pattern }: Shape) {
  if (format === 'date-time') return 'instant'
  if (format === 'email') return 'e-mail'
  if (format === 'uri') return 'URL'
  if (pattern === '^[A-Z]{3}$') return 'currency'
  const ofRow = /^\^([a-z]+_)\[0-9a-z\]/.exec(String(pattern))
  return ofRow ? `${ofRow[1]}…` : 'text'
}

function itemOf(schema: Shape, find: Find): Shape {
  if (typeof schema.$ref === 'string') return find(schema.$ref)
  return schema.type === 'array' ? ((schema.items ?? {}) as Shape) : schema
}

function variantsOf(schema: Shape, find: Find): Shape[] {
  const choices = (schema.anyOf ?? schema.oneOf ?? [schema]) as Shape[]
  return choices.map((each) => itemOf(each, find)).filter(({ type }) => type !== 'null')
}
