import { clock } from '#core/clock'
import { Refusal } from '#exceptions/errors'
import PayoutRun from '#models/payout_run'
import Workspace from '#models/workspace'
import { continueRuns } from '#payouts/continue'
import { openScheduled } from '#payouts/open'
import type { Actor } from '#core/actor'

/** Does the next step of the workspace's run until it is completed, whoever else does the same. */
export async function allTheWay(workspaceId: string, ownerId: string) {
  const owner: Actor = { kind: 'user', id: ownerId }
  const workspace = await Workspace.findOrFail(workspaceId)
  await clock.at(clock.now().plus({ days: 40 }), async () => {
    for (;;) {
      const run = await PayoutRun.query().where('workspace_id', workspaceId).first()
      if (run?.state === 'completed') return
      await step(workspace, run, owner).catch(unlessRefused)
    }
  })
}

async function step(workspace: Workspace, run: PayoutRun | null, owner: Actor) {
  if (!run) return openScheduled(workspace)
  if (run.progressStep) return continueRuns()
  if (run.state === 'awaiting_approval') return run.approve(owner)
  if (run.state === 'approved') return run.execute(owner)
  if (run.state === 'processing') return run.pay(owner, { reference: 'bank' })
  throw new Error(`The run is ${run.state}: nobody did that`)
}

/** Another was faster: the contract says 409 then, and nothing else. */
function unlessRefused(error: unknown) {
  if (!(error instanceof Refusal) || error.status !== 409) throw error
}
