import db from '@adonisjs/lucid/services/db'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { transition, transitionAll } from '#core/transition'
import { InvalidTransitionException } from '#exceptions/errors'
import Payout from '#models/payout'
import { continueLater } from '#payouts/continue'
import { releaseAll } from '#payouts/lines'
import { endStep, isSmall, lockPiece, lockWhole, pace } from '#payouts/pieces'
import { lockRun, sumRun } from '#payouts/totals'
import type PayoutRun from '#models/payout_run'
import type { Actor } from '#core/actor'
import type { PayoutRunState } from '#models/types'

/** An approver's no. */
export async function rejectRun(run: PayoutRun, actor: Actor, reason: string, note?: string) {
  await endRun(run, actor, { reason, note, word: 'rejected', from: ['awaiting_approval'] })
}

/**
 * Ends a run before any of it was sent; every row is carried over.
 *
 * @throws InvalidTransitionException when a payout of it was paid or failed already
 */
export async function cancelRun(run: PayoutRun, actor: Actor, reason: string, note?: string) {
  await endRun(run, actor, {
    reason,
    note,
    word: 'canceled',
    from: ['draft', 'awaiting_approval', 'approved'],
  })
}

/** Cancels the run's open payouts, piece by piece, and lets their rows go. */
export async function cancelPayouts(run: PayoutRun, actor: Actor) {
  while (await cancelPiece(run, actor));
  await atomically(() => sumRun(run.id))
  await endStep(run, 'canceling')
}

interface Ending {
  reason: string
  note?: string
  word: 'rejected' | 'canceled'
  from: PayoutRunState[]
}

async function endRun(run: PayoutRun, actor: Actor, { reason, note, word, from }: Ending) {
  const atOnce = run.state !== 'draft' && (await isSmall(run))
  await atomically(async () => {
    if (atOnce) await lockWhole(run)
    else await lockRun(run.id)
    await run.refresh()
    if (!from.includes(run.state))
      refuse(`This run is ${run.state.replace('_', ' ')}: it cannot be ${word}.`, run)
    await refuseWhenSomeWasPaid(run)

    await transition(run, 'cancel', {
      actor,
      reason,
      note,
      set: {
        cancel_reason: note ? `${reason}: ${note}` : reason,
        progress_step: 'canceling',
        progress_cursor: null,
      },
    })
    if (atOnce) await cancelPayouts(run, actor)
  })
  if (!atOnce) await continueLater(run)
  await run.refresh()
}

/** One payout may be marked by hand before its run is executed. */
async function refuseWhenSomeWasPaid(run: PayoutRun) {
  const sent = await db
    .from('payouts')
    .where('run_id', run.id)
    .whereIn('state', ['processing', 'paid', 'failed', 'returned'])
    .first()
  if (sent)
    refuse('Some of this run was paid or failed already: it cannot be canceled as a whole.', run)
}

function refuse(sentence: string, { state }: PayoutRun): never {
  throw new InvalidTransitionException(sentence, { state })
}

async function cancelPiece(run: PayoutRun, actor: Actor): Promise<boolean> {
  return pace.atomically(async () => {
    const payouts = await lockPiece(run, 'canceling', ['awaiting_approval', 'approved'])
    if (payouts === null) return false

    const ids = await transitionAll(
      Payout,
      'cancel',
      payouts.map(({ id }) => id),
      {
        actor,
        reason: 'run_canceled',
        set: { cancel_reason: 'run_canceled', ended_at: clock.now().toJSDate() },
      }
    )
    await releaseAll(ids, actor, 'run_canceled')
    return true
  })
}
