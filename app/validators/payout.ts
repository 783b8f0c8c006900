import vine from '@vinejs/vine'
import { MOST } from '#http/uploaded'
import { currency, idOf, instant, signedAmount, text, whole, yes } from '#http/fields'

export const newCommission = vine.create({
  affiliate_id: idOf(),
  campaign_id: idOf().nullable().optional(),
  kind: vine.enum(['bonus', 'adjustment'] as const).optional(),
  amount: signedAmount(),
  currency: currency(),
  reason: text(60),
  note: text(500).nullable().optional(),
  due_at: instant().nullable().optional(),
})

export const newRun = vine.create({
  cutoff: instant().optional(),
  affiliate_ids: vine.array(idOf()).minLength(1).maxLength(1000).distinct().optional(),
  currency: currency().optional(),
  dry_run: yes().optional(),
})

/** `amount`: what the approver saw the run pay, in minor units. */
export const approval = vine.create({ amount: whole(0, Number.MAX_SAFE_INTEGER).optional() })

export const paid = vine.create({
  reference: text(255).nullable().optional(),
  paid_at: instant().optional(),
})

export const paidRun = vine.create({
  reference: text(255),
  paid_at: instant().optional(),
  except: vine.array(idOf()).maxLength(10_000).optional(),
})

/** A result file as text: pain.002, PayPal's report, or a table. */
export const resultFile = vine.create({
  content: vine.string().maxLength(MOST.megabytes * 1_048_576),
})
