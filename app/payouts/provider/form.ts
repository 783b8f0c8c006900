import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import Payout from '#models/payout'
import PayoutRun from '#models/payout_run'
import ProviderBatch from '#models/provider_batch'
import { sum } from '#money/arithmetic'
import { hurry } from '#queue/queue'
import { lockRun } from '#payouts/totals'

/** PayPal takes 15,000 in a call; fewer keep each call and each transaction short. */
export const limits = { items: 1_000 }

/** Hands what a run sends through a provider to a job. If that is lost, the schedule finds it. */
export async function sendSoon(run: PayoutRun) {
  if (!(await unbatched().where('run_id', run.id).first())) return
  const { default: SendPayoutsJob } = await import('#jobs/send_payouts_job')
  await hurry(SendPayoutsJob, {})
}

/** Puts what is to go through a provider, and is in no batch yet, into batches. */
export async function formBatches() {
  const runs = await PayoutRun.query()
    .whereIn('id', unbatched().select('run_id').distinct())
    .orderBy('id')
  for (const run of runs) while (await formBatch(run));
}

/** Answers whether there may be more. Two workers take turns, and the second finds it done. */
async function formBatch(run: PayoutRun): Promise<boolean> {
  return atomically(async () => {
    await lockRun(run.id)
    const payouts = await unbatched().where('run_id', run.id).orderBy('id').limit(limits.items)
    if (payouts.length === 0) return false

    const batch = await ProviderBatch.create({
      workspaceId: run.workspaceId,
      runId: run.id,
      provider: 'paypal_api',
      state: 'waiting',
      items: payouts.length,
      amount: sum(payouts.map(({ amount }) => amount)),
      currency: run.currency,
      attempts: 0,
      outcomeUnknown: false,
      nextAt: clock.now(),
    })
    await Payout.query()
      .whereIn(
        'id',
        payouts.map(({ id }) => id)
      )
      .update({ batch_id: batch.id, updated_at: clock.now().toJSDate() })
    return payouts.length === limits.items
  })
}

function unbatched() {
  return Payout.query()
    .where({ state: 'processing', sent_through: 'paypal_api' })
    .whereNull('batch_id')
}
