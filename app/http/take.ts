import { InvalidFieldsException } from '#exceptions/errors'
import { messagesForPeople } from '#http/messages'
import { schemaOf } from '#http/schema_of'
import { strangeFields } from '#http/strange_fields'
import { typedForm } from '#http/typed_form'
import type { HttpContext } from '@adonisjs/core/http'
import type { VineValidator } from '@vinejs/vine'
import type { Infer, SchemaTypes } from '@vinejs/vine/types'

type Validator<S extends SchemaTypes> = VineValidator<S, Record<string, any> | undefined>

/** Fields of the console's forms that are no input. */
const OF_FORMS = ['_csrf', '_method', '_once', '_back']

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
  const schema = schemaOf(validator)
  const data =
    ctx.face === 'console'
      ? typedForm(without(body, OF_FORMS), schema, ctx.workspace?.timezone)
      : body

  const strange = strangeFields(data, schema)
  if (strange.length > 0) throw new InvalidFieldsException(strange)

  const messages = ctx.face === 'console' ? { messagesProvider: messagesForPeople } : {}
  return ctx.request.validateUsing(validator, { data, ...messages })
}

function without(data: Record<string, unknown>, names: string[]) {
  return Object.fromEntries(Object.entries(data).filter(([name]) => !names.includes(name)))
}
