import { may, type Caller } from '#http/caller'
import Approval from '#models/approval'
import { previewRuns } from '#payouts/preview'
import { timelineOf } from '#views/pages/timeline'
import type PayoutRun from '#models/payout_run'
import type Workspace from '#models/workspace'

/** The form to open runs by hand shows what they would be. */
export async function newRunPage(workspace: Workspace) {
  return { previews: await previewRuns(workspace, {}) }
}

/** The review page: what is in the run, who is left out and why, who approved, its files. */
export async function runPage(run: PayoutRun, workspace: Workspace, caller: Caller) {
  const payouts = await run
    .related('payouts')
    .query()
    .preload('affiliate')
    .withCount('lines', (lines) => lines.as('lines_count'))
    .orderBy('amount', 'desc')
    .orderBy('id')
    .limit(200)
  const approvals = await Approval.query().where('run_id', run.id).preload('user').orderBy('id')
  return {
    payouts,
    approvals,
    leftOuts: await run
      .related('leftOuts')
      .query()
      .preload('affiliate')
      .orderBy('amount', 'desc')
      .limit(200),
    files: await run.related('files').query().orderBy('format').orderBy('part'),
    mayApprove: may(caller, 'v1.payouts.approve'),
    approvedByMe: approvals.some(({ userId }) => userId === caller.user?.id),
    timeline: await timelineOf(run.id),
    workspace,
  }
}
