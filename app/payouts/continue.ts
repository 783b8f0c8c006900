import { system } from '#core/actor'
import { oneByOne } from '#core/one_by_one'
import PayoutRun from '#models/payout_run'
import { freeze } from '#payouts/approve'
import { buildRun } from '#payouts/build'
import { cancelPayouts } from '#payouts/cancel'
import { sendOut } from '#payouts/execute'
import { payAll } from '#payouts/pay_run'
import { hurry } from '#queue/queue'

/** Hands the run's next step to a job. If that is lost, the schedule finds the run. */
export async function continueLater(run: PayoutRun) {
  const { default: ContinueRunJob } = await import('#jobs/continue_run_job')
  await hurry(ContinueRunJob, { run_id: run.id })
}

/** Goes on with what a run was in the middle of: each step is made of chunks that are safe to repeat. */
export async function continueRun(runId: string) {
  const run = await PayoutRun.findOrFail(runId)
  if (run.progressStep === 'building') await buildRun(run)
  if (run.progressStep === 'approving') await freeze(run)
  if (run.progressStep === 'executing') await sendOut(run, system)
  if (run.progressStep === 'paying') await payAll(run)
  if (run.progressStep === 'canceling') await cancelPayouts(run, system)
}

/** Finds every run that is in the middle of a step and goes on with it. */
export async function continueRuns(): Promise<{ continued: number }> {
  const runs = await PayoutRun.query().whereNotNull('progress_step').orderBy('id')
  await oneByOne(runs, ({ id }) => continueRun(id))
  return { continued: runs.length }
}
