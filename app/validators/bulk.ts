import vine from '@vinejs/vine'
import { idOf, instant, text } from '#http/fields'

const ids = vine.array(idOf()).minLength(1).maxLength(100).distinct()

const because = { reason: text(60), note: text(2000).nullable().optional() }

export const bulkIds = vine.create({ ids: ids.clone() })

export const bulkWhy = vine.create({
  ids: ids.clone(),
  reason: text(60).nullable().optional(),
  note: text(2000).nullable().optional(),
})

export const bulkReason = vine.create({ ids: ids.clone(), ...because })

export const bulkPaid = vine.create({
  ids: ids.clone(),
  reference: text(255).nullable().optional(),
  paid_at: instant().optional(),
})
