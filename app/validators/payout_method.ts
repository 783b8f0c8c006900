import vine from '@vinejs/vine'
import { email, text, whole } from '#http/fields'
import type { FieldContext } from '@vinejs/vine/types'

/** Written in groups on paper, kept without spaces. */
const compact = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  if (typeof value === 'string') field.mutate(value.replaceAll(/\s/g, '').toUpperCase(), field)
})

export const payoutMethod = vine.create({
  kind: vine.enum(['manual', 'paypal', 'wise', 'sepa'] as const),
  email: email().optional(),
  iban: vine.string().maxLength(60).use(compact()).iban().optional(),
  bic: vine
    .string()
    .maxLength(20)
    .use(compact())
    .regex(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/)
    .optional(),
  holder: text(70).optional(),
  lock_version: whole(0, 1_000_000_000).optional(),
})
