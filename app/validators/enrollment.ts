import vine from '@vinejs/vine'
import { idOf } from '#http/fields'
import { duration, reward } from '#validators/terms'

/** Terms of an affiliate's own; null is the campaign's. */
const terms = {
  reward: reward().nullable().optional(),
  duration: duration().nullable().optional(),
}

export const newEnrollment = vine.create({
  affiliate_id: idOf(),
  campaign_id: idOf().optional(),
  ...terms,
})

export const changedEnrollment = vine.create(terms)
