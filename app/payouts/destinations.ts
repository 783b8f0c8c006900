import { record } from '#core/events'
import Approval from '#models/approval'
import Payout from '#models/payout'
import PayoutRun from '#models/payout_run'
import { freezeIfApproved } from '#payouts/approve'
import { takeOut } from '#payouts/exclude'
import { renewMarks } from '#payouts/marks'
import { methodTakes } from '#payouts/methods/index'
import { lockRun } from '#payouts/totals'
import type PayoutMethod from '#models/payout_method'
import type { Actor } from '#core/actor'

/**
 * What a change of where an affiliate wants the money does to what is on its way to them. Both run inside the
 * transaction of the change, which has locked the affiliate.
 */

/** Before the change: what was approved goes where the approvers saw it go, though the job has not come to it. */
export async function freezeApprovedOf(affiliateId: string) {
  for (const payout of await openOf(affiliateId)) await freezeIfApproved(payout)
}

/**
 * After it: a payout that awaits approval follows, and whoever approved its run before saw something else, so
 * that their approval no longer counts. One that is approved stays as it was, marked for the run's people.
 */
export async function followDestination(method: PayoutMethod, actor: Actor) {
  for (const payout of await openOf(method.affiliateId)) {
    if (payout.state === 'approved') await mark(payout)
    else if (!methodTakes(method, payout.currency)) await refuseCurrency(payout, actor)
    else await follow(payout, method, actor)
  }
  await renewMarks([method.affiliateId])
}

async function follow(payout: Payout, { kind, masked }: PayoutMethod, actor: Actor) {
  await payout.merge({ method: kind, methodMasked: masked }).save()
  if (await withdrawApprovals(payout, actor)) await mark(payout)
}

async function refuseCurrency(payout: Payout, actor: Actor) {
  const reason = 'method_refuses_currency'
  await takeOut(payout, actor, { reason, listed: reason })
}

async function withdrawApprovals({ id, runId }: Payout, actor: Actor): Promise<boolean> {
  await lockRun(runId)
  const given = await Approval.query().where('run_id', runId)
  if (given.length === 0) return false

  await Approval.query().where('run_id', runId).delete()
  await record(await PayoutRun.findOrFail(runId), {
    type: 'payout_run.approvals_withdrawn',
    actor,
    reason: 'destination_changed',
    data: { payout_id: id, approval_ids: given.map((approval) => approval.id) },
  })
  return true
}

function mark(payout: Payout) {
  return payout.merge({ attention: 'destination_changed' }).save()
}

function openOf(affiliateId: string) {
  return Payout.query()
    .where('affiliate_id', affiliateId)
    .whereIn('state', ['awaiting_approval', 'approved'])
    .orderBy('run_id')
}
