import Payout from '#models/payout'
import { freezeIfApproved } from '#payouts/approve'
import { takeOut } from '#payouts/exclude'
import type Affiliate from '#models/affiliate'
import type { Actor } from '#core/actor'

/**
 * An affiliate is no longer active: what awaits approval is canceled and carried over, what is approved is
 * marked for the run's people. Inside the caller's transaction, which has locked the affiliate.
 */
export async function cancelOpenPayoutsOf(affiliate: Affiliate, actor: Actor) {
  const open = await Payout.query()
    .where('affiliate_id', affiliate.id)
    .whereIn('state', ['awaiting_approval', 'approved'])
    .orderBy('run_id')
  for (const payout of open) {
    await freezeIfApproved(payout)
    if (payout.state === 'approved')
      await payout.merge({ attention: 'affiliate_not_active' }).save()
    else
      await takeOut(payout, actor, {
        reason: 'affiliate_not_active',
        listed: 'affiliate_not_active',
      })
  }
}
