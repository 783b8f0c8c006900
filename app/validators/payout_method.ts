import vine from '@vinejs/vine'
import { bic, compact, currency, email, iban, text, whole } from '#http/fields'
import { methodKinds } from '#payouts/methods/index'

/** Written in groups on paper, kept without spaces and dashes. */
const digits = () => compact().regex(/^\d{4,17}$/)

export const payoutMethod = vine.create({
  kind: vine.enum(methodKinds),
  email: email().optional(),
  holder: text(70).optional(),
  iban: iban().optional(),
  bic: bic().optional(),
  currency: currency().optional(),
  account_number: digits().optional(),
  account_type: vine.enum(['checking', 'savings'] as const).optional(),
  routing_number: digits().optional(),
  sort_code: digits().optional(),
  bsb: digits().optional(),
  lock_version: whole(0, 1_000_000_000).optional(),
})
