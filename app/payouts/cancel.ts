import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { transition, transitionAll } from '#core/transition'
import { InvalidTransitionException } from '#exceptions/errors'
import { lockAffiliates } from '#models/affiliate'
import Payout from '#models/payout'
import PayoutRun from '#models/payout_run'
import { continueLater, isSmall } from '#payouts/continue'
import { releaseAll } from '#payouts/lines'
import { sumRun } from '#payouts/totals'
import type { Actor } from '#core/actor'

const CHUNK = 50

/** An approver's no. */
export async function rejectRun(run: PayoutRun, actor: Actor, reason: string, note?: string) {
  if (run.state !== 'awaiting_approval') {
    throw new InvalidTransitionException(`This run is ${run.state.replace('_', ' ')}: it cannot be rejected.`, {
      state: run.state,
    })
  }
  await cancelRun(run, actor, reason, note)
}

/** Ends a run before any of it was sent; every row is carried over. */
export async function cancelRun(run: PayoutRun, actor: Actor, reason: string, note?: string) {
  const small = await isSmall(run)
  await atomically(async () => {
    await transition(run, 'cancel', {
      actor,
      reason,
      note,
      set: { cancel_reason: note ? `${reason}: ${note}` : reason, progress_step: 'canceling' },
    })
    if (small) await cancelPayouts(run, actor)
  })
  if (!small) await continueLater(run)
  await run.refresh()
}

/** Cancels the run's open payouts, chunk by chunk, and lets their rows go. */
export async function cancelPayouts(run: PayoutRun, actor: Actor) {
  while (await cancelChunk(run, actor));
  await run.refresh()
  await run.merge({ progressStep: null, progressCursor: null }).save()
}

async function cancelChunk(run: PayoutRun, actor: Actor): Promise<boolean> {
  return atomically(async () => {
    const payouts = await Payout.query()
      .where('run_id', run.id)
      .whereIn('state', ['awaiting_approval', 'approved'])
      .orderBy('affiliate_id')
      .limit(CHUNK)
    if (payouts.length === 0) return false

    await lockAffiliates(payouts.map(({ affiliateId }) => affiliateId))
    const ids = await transitionAll(Payout, 'cancel', payouts.map(({ id }) => id), {
      actor,
      reason: 'run_canceled',
      set: { cancel_reason: 'run_canceled', ended_at: clock.now().toJSDate() },
    })
    await releaseAll(ids, actor, 'run_canceled')
    await sumRun(run.id)
    return true
  })
}
