import vine from '@vinejs/vine'
import { idOf } from '#http/fields'
import { ownTerms } from '#validators/terms'

const terms = ownTerms()

export const newEnrollment = vine.create({
  affiliate_id: idOf(),
  campaign_id: idOf().optional(),
  ...terms,
})

export const changedEnrollment = vine.create(terms)
