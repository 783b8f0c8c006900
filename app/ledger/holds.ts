import { inChunks } from '#core/chunks'
import { stateAt } from '#ledger/record_commission'
import { transitionAll } from '#core/transition'
import Commission from '#models/commission'
import type Affiliate from '#models/affiliate'
import type { Actor } from '#core/actor'

/**
 * Lets go what was held for the one reason that its affiliate, or their enrollment, was not active, where both are
 * now. Inside the caller's transaction, which has locked the affiliate.
 */
export async function releaseAffiliateHolds(affiliate: Affiliate, actor: Actor) {
  const held = await Commission.query()
    .where('affiliate_id', affiliate.id)
    .where('state', 'held')
    .whereNotExists((enrollments) =>
      enrollments
        .from('enrollments')
        .whereColumn('enrollments.affiliate_id', 'commissions.affiliate_id')
        .whereColumn('enrollments.campaign_id', 'commissions.campaign_id')
        .whereNot('enrollments.state', 'active')
    )
  const alone = held.filter(({ heldReasons }) =>
    heldReasons.every(({ code }) => code === 'affiliate_not_active')
  )

  for (const state of ['pending', 'due'] as const) {
    const ids = alone.filter(({ dueAt }) => stateAt(dueAt) === state).map(({ id }) => id)
    await inChunks(ids, 500, (chunk) =>
      transitionAll(Commission, 'release', chunk, {
        actor,
        reason: 'affiliate_activated',
        to: state,
        set: { held_reasons: '[]' },
      })
    )
  }
}
