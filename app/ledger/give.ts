import { atomically } from '#core/atomically'
import { record } from '#ledger/record_commission'
import { lockAffiliates } from '#models/affiliate'
import { holdReason } from '#terms/holds/index'
import type { Actor } from '#core/actor'
import type Affiliate from '#models/affiliate'
import type Campaign from '#models/campaign'
import type { DateTime } from 'luxon'

/** Why a person gives or takes back: the code, and what the affiliate reads. */
export const reasonsToGive = [
  { value: 'performance', label: 'For a good month' },
  { value: 'welcome', label: 'Welcome bonus' },
  { value: 'goodwill', label: 'Goodwill' },
  { value: 'missing_commission', label: 'A commission that was missing' },
  { value: 'paid_too_much', label: 'Too much was paid before' },
  { value: 'refund_outside', label: 'A refund that was not recorded' },
  { value: 'fee', label: 'A fee of the bank or provider' },
  { value: 'other', label: 'Another reason (say it in the note)' },
] as const

export interface Gift {
  kind?: 'bonus' | 'adjustment'
  /** Minor units; negative takes back. Not 0. */
  amount: number
  currency: string
  campaign: Campaign | null
  /** A code of the list, or words of the caller's. */
  reason: string
  note?: string | null
  /** Null is at once. What is taken back is always due at once. */
  dueAt?: DateTime | null
}

/**
 * A bonus or adjustment: what a person gives an affiliate, or takes back, by hand. One who is not active gets it
 * held; what is taken back is carried from run to run until something due makes up for it.
 */
export async function give(affiliate: Affiliate, gift: Gift, actor: Actor) {
  const { amount, reason, note } = gift
  return atomically(async () => {
    await lockAffiliates([affiliate.id])
    await affiliate.refresh()
    const waits = amount > 0 && affiliate.state !== 'active'
    return record(
      {
        workspaceId: affiliate.workspaceId,
        affiliateId: affiliate.id,
        campaignId: gift.campaign?.id ?? null,
        kind: gift.kind ?? (amount > 0 ? 'bonus' : 'adjustment'),
        amount,
        currency: gift.currency,
        dueAt: amount > 0 ? (gift.dueAt ?? null) : null,
        heldReasons: waits ? [holdReason('affiliate_not_active')] : [],
        explanation: sentence(reason, note),
      },
      actor
    )
  })
}

function sentence(reason: string, note?: string | null) {
  if (reason === 'other' && note) return note
  const label = reasonsToGive.find(({ value }) => value === reason)?.label ?? reason
  return note ? `${label}: ${note}` : label
}
