import db from '@adonisjs/lucid/services/db'
import { atomically } from '#core/atomically'
import { transition } from '#core/transition'
import { InvalidTransitionException } from '#exceptions/errors'
import Affiliate, { lockAffiliates } from '#models/affiliate'
import Approval from '#models/approval'
import LeftOut from '#models/left_out'
import PayoutRun from '#models/payout_run'
import Workspace from '#models/workspace'
import { minorUnits } from '#money/arithmetic'
import { claim, claimable, type Claimable } from '#payouts/claim'
import { whyLeftOut } from '#payouts/left_out'
import { renewMarks } from '#payouts/marks'
import { lockRun, sumRun } from '#payouts/totals'
import type Payout from '#models/payout'
import type { Actor } from '#core/actor'

/**
 * Takes an exclusion back: the payout is in its run again, with the very commissions that it had. Nothing else is
 * ever added to a run that was presented, and this only while nobody has approved it.
 *
 * @throws InvalidTransitionException where the payout was not excluded, its run awaits no first approval, or what it
 * held has changed since
 */
export async function includePayout(payout: Payout, actor: Actor) {
  await atomically(async () => {
    await lockAffiliates([payout.affiliateId])
    await lockRun(payout.runId)
    await payout.refresh()
    const commissions = await whatReturns(payout)
    if (typeof commissions === 'string')
      throw new InvalidTransitionException(commissions, { state: payout.state })

    await transition(payout, 'include', {
      actor,
      set: { cancel_reason: null, note: null, ended_at: null },
    })
    await claim([{ payout, commissions }])
    await renewMarks([payout.affiliateId])
    await exclusionOf(payout).delete()
    await sumRun(payout.runId)
  })
}

/** Why an exclusion cannot be taken back, in a sentence; null where it can. */
export async function whyNotIncluded(payout: Payout): Promise<string | null> {
  const returns = await whatReturns(payout)
  return typeof returns === 'string' ? returns : null
}

/** The commissions that an exclusion is taken back with, or why it cannot be, in a sentence. */
async function whatReturns(payout: Payout): Promise<Claimable[] | string> {
  if (payout.state !== 'canceled' || !(await exclusionOf(payout).first()))
    return 'This payout was not excluded from its run.'
  const run = await PayoutRun.findOrFail(payout.runId)
  if (run.state !== 'awaiting_approval')
    return `Its run is ${run.state.replace('_', ' ')}: nothing is put back into it.`
  if (await Approval.findBy('run_id', run.id))
    return 'Its run has an approval: nothing is added to what someone approved.'
  const commissions = await stillWaiting(payout, run)
  if (commissions === null || (await wouldBeLeftOut(payout, run)))
    return 'What it held has changed since, or is in another payout. Open a run for the affiliate instead.'
  return commissions
}

function exclusionOf({ runId, affiliateId }: Payout) {
  return LeftOut.query().where({ runId, affiliateId, reason: 'excluded' })
}

/**
 * The commissions that left with the exclusion; null unless each of them is free and due, and no refund has taken
 * something of them back since.
 */
async function stillWaiting(payout: Payout, { cutoff }: PayoutRun): Promise<Claimable[] | null> {
  const left = () =>
    db
      .from('payout_lines')
      .where('payout_id', payout.id)
      .where('released_at', '>=', payout.endedAt!.toJSDate())
      .select('commission_id')
  const { workspaceId, currency, affiliateId } = payout
  const free: Claimable[] = await claimable({
    workspaceId,
    currency,
    cutoff,
    affiliateIds: [affiliateId],
  })
    .where((family) => family.whereIn('id', left()).orWhereIn('reversal_of', left()))
    .orderBy('id')
    .select('id', 'amount')
  const ids = new Set((await left()).map((line) => line.commission_id as string))
  const same = free.length === ids.size && free.every(({ id }) => ids.has(id))
  return same ? free.map(({ id, amount }) => ({ id, amount: minorUnits(amount) })) : null
}

async function wouldBeLeftOut({ affiliateId, workspaceId, amount }: Payout, run: PayoutRun) {
  const affiliate = await Affiliate.query()
    .where('id', affiliateId)
    .preload('payoutMethod')
    .firstOrFail()
  return whyLeftOut(run, affiliate, await Workspace.findOrFail(workspaceId), amount) !== null
}
