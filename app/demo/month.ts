import { openScheduled } from '#payouts/open'
import type { Chance } from '#demo/chance'
import type User from '#models/user'
import type Workspace from '#models/workspace'
import type PayoutRun from '#models/payout_run'

/** The scheduled runs of a month: opened, approved and paid; the last month's are left for someone to review. */
export async function payMonth(workspace: Workspace, owner: User, chance: Chance, isLast: boolean) {
  const runs = await openScheduled(workspace)
  if (isLast) return
  for (const run of runs) {
    if (run.state === 'awaiting_approval') await pay(run, owner, chance)
  }
}

async function pay(run: PayoutRun, owner: User, chance: Chance) {
  await run.approve(owner.actor)
  await run.execute(owner.actor)
  const [first, second] = await run
    .related('payouts')
    .query()
    .where('state', 'processing')
    .orderBy('id')
  const failed = first && chance.happens(0.1) ? first : null
  if (failed) await failed.fail(owner.actor, 'account_closed', 'The bank sent it back at once.')
  await run.refresh()
  if (run.state !== 'processing') return

  await run.pay(owner.actor, {
    reference: `SEPA ${run.cutoff.toFormat('yyyy-MM')} ${run.currency}`,
  })
  if (second && chance.happens(0.08)) {
    await second.refresh()
    await second.return(owner.actor, 'account_closed', 'Returned by the receiving bank.')
  }
}
