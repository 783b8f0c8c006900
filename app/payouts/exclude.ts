import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { transition } from '#core/transition'
import { InvalidTransitionException } from '#exceptions/errors'
import { lockAffiliates } from '#models/affiliate'
import { freezeIfApproved } from '#payouts/approve'
import { leaveOut, releaseAll } from '#payouts/lines'
import { deriveRun, sumRun } from '#payouts/totals'
import type { LeftOutReason } from '#models/types'
import type Payout from '#models/payout'
import type { Actor } from '#core/actor'

/**
 * Takes a payout out of its run before approval. Its rows are carried over to the next run.
 *
 * @throws InvalidTransitionException once the run is approved
 */
export async function excludePayout(payout: Payout, actor: Actor, reason: string, note?: string) {
  await takeOut(payout, actor, { reason, note, listed: 'excluded' })
}

export async function takeOut(
  payout: Payout,
  actor: Actor,
  { reason, note, listed }: { reason: string; note?: string; listed: LeftOutReason }
) {
  await atomically(async () => {
    await lockAffiliates([payout.affiliateId])
    await payout.refresh()
    await freezeIfApproved(payout)
    if (payout.state !== 'awaiting_approval') {
      throw new InvalidTransitionException(
        `This payout is ${payout.state}: only one that awaits approval can be excluded.`,
        { state: payout.state }
      )
    }
    await transition(payout, 'cancel', {
      actor,
      reason,
      note,
      set: { cancel_reason: reason, note: note ?? null, ended_at: clock.now().toJSDate() },
    })
    await releaseAll([payout.id], actor, reason)
    await leaveOut(payout, payout.amount, listed)
    await sumRun(payout.runId)
    await deriveRun(payout.runId, actor)
  })
}
