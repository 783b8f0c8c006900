import vine from '@vinejs/vine'
import { optionalAmounts, country, email, idOf, text, url, yes } from '#http/fields'
import { ownTerms } from '#validators/terms'

const optional = {
  name: text(120).nullable().optional(),
  company: text(120).nullable().optional(),
  country: country().nullable().optional(),
  tags: vine.array(text(60)).maxLength(50).distinct().optional(),
  metadata: vine.record(vine.string().maxLength(500)).optional(),
  referrer_id: idOf().nullable().optional(),
  payout_minimums: optionalAmounts(),
}

export const newAffiliate = vine.create({
  email: email(),
  state: vine.enum(['invited', 'pending', 'active'] as const).optional(),
  ...optional,
})

export const changedAffiliate = vine.create({ email: email().optional(), ...optional })

/** A deed that needs a reason: a code, and a note in words. */
export const withReason = vine.create({ reason: text(60), note: text(2000).nullable().optional() })

/** A deed that may say why by a code, and in words. */
export const withWhy = vine.create({
  reason: text(60).nullable().optional(),
  note: text(2000).nullable().optional(),
})

/** A deed that may say why. */
export const withNote = vine.create({ note: text(2000).nullable().optional() })

export const archived = vine.create({ confirm_balance: yes().optional() })

export const empty = vine.create({})

export const refParam = () =>
  vine
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9_-]{2,64}$/)
    .meta({ description: '2 to 64 of a-z 0-9 - _; folded to lower case', examples: ['jane'] })

export const newLink = vine.create({
  affiliate_id: idOf(),
  campaign_id: idOf().optional(),
  ref_param: refParam().optional(),
  destination_url: url().nullable().optional(),
  name: text(120).nullable().optional(),
  ...ownTerms(),
})

export const changedLink = vine.create({
  destination_url: url().nullable().optional(),
  name: text(120).nullable().optional(),
  ...ownTerms(),
})

const code = () =>
  vine
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9_-]{2,64}$/)
    .meta({ description: 'folded to upper case', examples: ['JANE20'] })

export const newCoupon = vine.create({
  affiliate_id: idOf(),
  campaign_id: idOf().optional(),
  code: code(),
})

export const changedCoupon = vine.create({ code: code().optional() })
