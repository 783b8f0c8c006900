import { InvalidFieldsException, type FieldError } from '#exceptions/errors'
import { typedForm, type Schema } from '#http/typed_form'
import type { HttpContext } from '@adonisjs/core/http'
import type { VineValidator } from '@vinejs/vine'
import type { Infer, SchemaTypes } from '@vinejs/vine/types'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- Vine's own type for a validator without metadata
type Validator<S extends SchemaTypes> = VineValidator<S, Record<string, any> | undefined>

/** Fields of the console's forms that are no input. */
const OF_FORMS = ['_csrf', '_method', '_once']

/**
 * What a request says, checked. A field that the validator does not know is refused, so that a typo is never
 * silently dropped; the values of a form, which are all text, are given their types first.
 *
 * @throws InvalidFieldsException naming each field
 */
export async function take<S extends SchemaTypes>(
  ctx: HttpContext,
  validator: Validator<S>,
  body: Record<string, unknown> = ctx.request.body() ?? {}
): Promise<Infer<S>> {
  const schema = validator.toJSONSchema() as Schema
  const data = ctx.face === 'console' ? typedForm(without(body, OF_FORMS), schema) : body

  const strange = unknownFields(data, schema)
  if (strange.length > 0) throw new InvalidFieldsException(strange)

  return ctx.request.validateUsing(validator, { data })
}

function without(data: Record<string, unknown>, names: string[]) {
  return Object.fromEntries(Object.entries(data).filter(([name]) => !names.includes(name)))
}

function unknownFields(data: unknown, schema: Schema, path = ''): FieldError[] {
  if (Array.isArray(data)) {
    return data.flatMap((item, index) =>
      unknownFields(item, schema.items ?? {}, join(path, String(index)))
    )
  }
  if (!isObject(data)) return []

  const shapes = schema.anyOf ?? [schema]
  const properties = Object.assign({}, ...shapes.map((shape) => shape.properties)) as Record<
    string,
    Schema
  >
  const open = shapes.some(
    ({ type, additionalProperties }) => type === undefined || additionalProperties
  )
  return Object.entries(data).flatMap(([name, value]) => {
    if (name in properties) return unknownFields(value, properties[name], join(path, name))
    if (open) return []
    const field = join(path, name)
    return [
      { field, rule: 'unknown', message: `There is no field "${field}". Check its spelling.` },
    ]
  })
}

function join(path: string, name: string) {
  return path ? `${path}.${name}` : name
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
