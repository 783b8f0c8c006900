import { BadRequestException, InvalidFieldsException, type FieldError } from '#exceptions/errors'

import { MAX_ITEMS, MAX_TEXT } from '#openapi/shape'

/** How deep a document may be nested. */
const MAX_DEPTH = 64

/**
 * PostgreSQL cannot store U+0000, and no text means it; lone surrogates are no text either.
 *
 * @throws InvalidFieldsException naming the first field that holds one
 */
export function refuseNoText(value: unknown) {
  const [first] = noTextIn(value)
  if (first) throw new InvalidFieldsException([first])
}

/** The fields that hold what is no text, or longer than any field. */
export function noTextIn(value: unknown, path = ''): FieldError[] {
  if (typeof value === 'string') {
    if (value.length > MAX_TEXT) return [tooLong(path, MAX_TEXT)]
    return isText(value) ? [] : [noText(path)]
  }
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value) && value.length > MAX_ITEMS) return [tooLong(path, MAX_ITEMS)]
  return Object.entries(value).flatMap(([name, inner]) => {
    const field = path ? `${path}.${name}` : name
    return isText(name) ? noTextIn(inner, field) : [noText(path)]
  })
}

/** @throws BadRequestException for a document that is nested too deep to be walked safely */
export function refuseDeep(value: unknown, depth = 1) {
  if (typeof value !== 'object' || value === null) return
  if (depth > MAX_DEPTH)
    throw new BadRequestException(`The body is nested deeper than ${MAX_DEPTH} levels.`)
  for (const inner of Object.values(value)) refuseDeep(inner, depth + 1)
}

function isText(value: string) {
  return !value.includes('\0') && value.isWellFormed()
}

function tooLong(field: string, most: number): FieldError {
  return { field, rule: 'maxLength', message: `${field} must not be longer than ${most}.` }
}

function noText(field: string): FieldError {
  return {
    field,
    rule: 'text',
    message: `${field || 'A field name'} holds a character that is no text.`,
  }
}
