import vine from '@vinejs/vine'
import { country, email, idOf, text, yes } from '#http/fields'

export const newAttribution = vine.create({
  affiliate_id: idOf(),
  campaign_id: idOf().nullable().optional(),
  reason: text(500),
})

/** What may be corrected of a customer. */
export const changedReferral = vine.create({
  customer: vine
    .object({
      email: email().nullable().optional(),
      name: text(200).nullable().optional(),
      country: country().nullable().optional(),
    })
    .optional(),
})

const note = () => text(2000).nullable().optional()

export const movedReferral = vine.create({
  affiliate_id: idOf(),
  with_commissions: yes().optional(),
  reason: text(60).nullable().optional(),
  note: note(),
})

export const deniedReferral = vine.create({
  reason: text(60),
  note: note(),
  void_commissions: yes().optional(),
})
