import vine from '@vinejs/vine'
import { idOf } from '#http/fields'
import { duration, reward } from '#validators/terms'

/** Terms of an affiliate’s own; null is the campaign’s. (A union that is `nullable().optional()` loses null.) */
const terms = {
  reward: reward().optional().nullable(),
  duration: duration().optional().nullable(),
}

export const newEnrollment = vine.create({
  affiliate_id: idOf(),
  campaign_id: idOf().optional(),
  ...terms,
})

export const changedEnrollment = vine.create(terms)
