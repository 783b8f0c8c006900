import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { transition, transitionAll } from '#core/transition'
import { ConflictException } from '#exceptions/errors'
import Payout from '#models/payout'
import { continueLater } from '#payouts/continue'
import { endStep, isSmall, lockPiece, lockWhole, pace } from '#payouts/pieces'
import { sendSoon } from '#payouts/provider/form'
import { lockRun } from '#payouts/totals'
import type PayoutRun from '#models/payout_run'
import type { Actor } from '#core/actor'

/**
 * Sets an approved run on its way: its files go to the bank, its payouts are processing until someone says
 * what became of them.
 */
export async function executeRun(run: PayoutRun, actor: Actor) {
  const small = await isSmall(run)
  await atomically(async () => {
    if (small) await lockWhole(run)
    else await lockRun(run.id)
    await run.refresh()
    refuseUnfinished(run)
    await transition(run, 'start', {
      actor,
      set: { progress_step: 'executing', progress_cursor: null },
    })
    if (small) await sendOut(run, actor)
  })
  if (!small) await continueLater(run)
  await run.refresh()
}

/** @throws ConflictException while a job works on the run */
export function refuseUnfinished(run: PayoutRun) {
  if (run.progressStep)
    throw new ConflictException('This run is still being worked on. Try again in a moment.')
}

/** Takes the run's payouts from approved to processing, piece by piece. */
export async function sendOut(run: PayoutRun, actor: Actor) {
  while (await sendPiece(run, actor));
  await endStep(run, 'executing')
  await sendSoon(run)
}

async function sendPiece(run: PayoutRun, actor: Actor): Promise<boolean> {
  return pace.atomically(async () => {
    const payouts = await lockPiece(run, 'executing', ['approved'])
    if (payouts === null) return false

    await transitionAll(
      Payout,
      'execute',
      payouts.map(({ id }) => id),
      {
        actor,
        set: { executed_at: clock.now().toJSDate() },
      }
    )
    return true
  })
}
