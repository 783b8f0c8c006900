import { MAX_ITEMS, MAX_TEXT, type Shape } from '#openapi/shape'
import type { Schema } from '#http/schema_of'

/**
 * A validator's schema as the document shows it: in standard words alone, where ours tell forms how to read what
 * was typed, and with the bounds that every request has anyway.
 */
export function published(schema: Schema): Shape {
  const { format, ...kept } = schema
  const shape: Shape = { ...kept }
  const type = [schema.type].flat().find((each) => each !== 'null')

  if (schema.enum && !type) shape.type = typeof schema.enum[0] === 'number' ? 'integer' : 'string'
  if (shape.type === 'integer' && schema.enum)
    Object.assign(shape, rangeOf(schema.enum as number[]))
  if ([shape.type].flat().includes('integer')) shape.format = 'int64'
  if (type === 'array') shape.maxItems ??= MAX_ITEMS
  if (type === 'string') Object.assign(shape, ofText(schema))
  if (schema.properties) {
    const properties = Object.entries(schema.properties)
    shape.properties = Object.fromEntries(
      properties.map(([name, inner]) => [name, published(inner)])
    )
  }
  if (schema.items) shape.items = published(schema.items)
  if (schema.anyOf) shape.anyOf = schema.anyOf.map(published)
  if (typeof schema.additionalProperties === 'object')
    shape.additionalProperties = published(schema.additionalProperties)
  return shape
}

function rangeOf(numbers: number[]): Shape {
  return { minimum: Math.min(...numbers), maximum: Math.max(...numbers) }
}

/** Formats that others know stay. */
function ofText({ format, maxLength = MAX_TEXT }: Schema): Shape {
  if (format === 'currency') return { pattern: '^[A-Z]{3}$', maxLength: 3 }
  const isKnown = ['date-time', 'email', 'uri'].includes(format ?? '')
  return { maxLength, ...(isKnown && { format }) }
}
