import string from '@adonisjs/core/helpers/string'
import * as shapes from '#openapi/shape'
import type { Permission } from '#http/permissions'
import type { Listing } from '#http/listing'
import type { Row, Transformer } from '#http/resource'
import type { Shape } from '#openapi/shape'

/** A relation that `expand` can show inside a row. */
export interface Expansion {
  as: Transformer<never>
  /** What reading its rows needs: who may not list them does not see them inside others either. */
  may: Permission
  /** Where a row has several: at most so many are shown, the newest. */
  most?: number
}

/** A relation to load, and how to narrow it. */
export function expansionOf(name: string, { expands }: Listing) {
  const { most } = expands![name]
  const narrow = (related: { groupLimit(most: number): unknown }) =>
    most && related.groupLimit(most)
  return { relation: string.camelCase(name), narrow }
}

/** The related rows that were loaded. */
export function expanded(row: Row, name: string): Row[] {
  return [relatedTo(row, name) ?? []].flat()
}

/** What stands inside the object of a row. */
export function inside(row: Row, name: string, { as: Transform }: Expansion) {
  const related = relatedTo(row, name)
  const objects = expanded(row, name).map((each) => new Transform(each as never).toObject())
  return Array.isArray(related) ? objects : (objects[0] ?? null)
}

export function shapeOfExpansion({ as, most }: Expansion): Shape {
  return most ? shapes.list(shapes.ref(as), most) : shapes.nullable(shapes.ref(as))
}

function relatedTo(row: Row, name: string) {
  return row.$preloaded[string.camelCase(name)] as Row | Row[] | null | undefined
}
