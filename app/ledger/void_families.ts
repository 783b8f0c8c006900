import { CommissionLockedException } from '#exceptions/errors'
import { familyOf, finishApprovals, settle } from '#ledger/settle'
import { lockAffiliates } from '#models/affiliate'
import Commission from '#models/commission'
import type { Actor } from '#core/actor'
import type Affiliate from '#models/affiliate'

/**
 * The open families of conversions, once whoever has something of them or, with their referrer, is about to is
 * locked. A transaction locks affiliates once: in id order.
 */
export async function lockedFamiliesOf(conversionIds: string[], ...receivers: Affiliate[]) {
  const families = await openFamiliesOf(conversionIds)
  await lockAffiliates([
    ...families.map(({ affiliateId }) => affiliateId),
    ...receivers.flatMap(({ id, referrerId }) => (referrerId ? [id, referrerId] : [id])),
  ])
  return openFamiliesOf(conversionIds)
}

/** The originals that no person voided, oldest first; also those that refunds brought to nothing. */
function openFamiliesOf(conversionIds: string[]): Promise<Commission[]> {
  return Commission.query()
    .whereIn('conversion_id', conversionIds)
    .whereNull('reversal_of')
    .whereNull('void_reason')
    .orderBy('id')
    .exec()
}

/** Whether a row of the family is being paid or is paid: then it is left as it is. */
export async function isLocked(original: Commission): Promise<boolean> {
  await finishApprovals(await familyOf(original))
  const family = await familyOf(original)
  return family.some(({ state }) => state === 'processing' || state === 'paid')
}

/**
 * Voids families for good, whatever is given back or won later. Inside a transaction that has locked their affiliates.
 *
 * @throws CommissionLockedException when one of them is being paid or is paid
 */
export async function voidFamilies(
  originals: Commission[],
  actor: Actor,
  reason: string,
  note?: string | null
) {
  for (const original of originals) {
    if (await isLocked(original)) throw new CommissionLockedException()
    await original.merge({ voidReason: reason, voidNote: note ?? null }).save()
    await settle(original, actor, reason)
  }
}
