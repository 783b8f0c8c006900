import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { transition, transitionAll } from '#core/transition'
import { ConflictException } from '#exceptions/errors'
import Payout from '#models/payout'
import PayoutRun from '#models/payout_run'
import { continueLater, isSmall } from '#payouts/continue'
import type { Actor } from '#core/actor'

const CHUNK = 200

/**
 * Sets an approved run on its way: its files go to the bank, its payouts are processing until someone says
 * what became of them.
 */
export async function executeRun(run: PayoutRun, actor: Actor) {
  const small = await isSmall(run)
  await atomically(async () => {
    await run.refresh()
    if (run.progressStep) throw new ConflictException('This run is still being worked on. Try again in a moment.')
    await transition(run, 'start', { actor, set: { progress_step: 'executing' } })
    if (small) await sendOut(run, actor)
  })
  if (!small) await continueLater(run)
  await run.refresh()
}

/** Takes the run's payouts from approved to processing, chunk by chunk. */
export async function sendOut(run: PayoutRun, actor: Actor) {
  while (await sendChunk(run, actor));
  await run.refresh()
  await run.merge({ progressStep: null, progressCursor: null }).save()
}

async function sendChunk(run: PayoutRun, actor: Actor): Promise<boolean> {
  return atomically(async () => {
    const payouts = await Payout.query().where({ run_id: run.id, state: 'approved' }).orderBy('id').limit(CHUNK)
    await transitionAll(Payout, 'execute', payouts.map(({ id }) => id), {
      actor,
      set: { executed_at: clock.now().toJSDate() },
    })
    return payouts.length > 0
  })
}
