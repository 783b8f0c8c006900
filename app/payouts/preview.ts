import db from '@adonisjs/lucid/services/db'
import { breathe } from '#core/begin'
import { clock } from '#core/clock'
import Affiliate from '#models/affiliate'
import { claimable, maturing } from '#payouts/claim'
import { whyLeftOut } from '#payouts/left_out'
import { minorUnits } from '#money/arithmetic'
import type { LeftOutReason } from '#models/types'
import type { RunRequest } from '#payouts/open'
import type Workspace from '#models/workspace'

/** Affiliates looked at with one query. */
const PIECE = 500

export interface RunPreview {
  currency: string
  cutoff: string
  payouts_count: number
  /** Minor units. */
  amount: number
  left_out: { affiliate_id: string; amount: number; reason: LeftOutReason }[]
}

/** What runs opened now would pay, per currency, and whom they would leave out. Writes nothing. */
export async function previewRuns(
  workspace: Workspace,
  request: RunRequest
): Promise<RunPreview[]> {
  const cutoff = (request.cutoff ?? clock.now()).toUTC().toISO()!
  const previews = new Map<string, RunPreview>()
  for await (const { currency, affiliateId, amount, reason } of wouldBeOwed(workspace, request)) {
    const preview = previews.get(currency) ?? empty(currency, cutoff)
    previews.set(currency, preview)
    if (reason) preview.left_out.push({ affiliate_id: affiliateId, amount, reason })
    else {
      preview.payouts_count += 1
      preview.amount += amount
    }
  }
  return [...previews.values()].sort((one, other) => (one.currency < other.currency ? -1 : 1))
}

/** Whether a run opened now would pay anyone. */
export async function wouldPayAnyone(workspace: Workspace, request: RunRequest) {
  for await (const { reason } of wouldBeOwed(workspace, request)) if (!reason) return true
  return false
}

/** Goes through the affiliates with something due piece by piece, so that nothing else waits for it. */
async function* wouldBeOwed(workspace: Workspace, request: RunRequest) {
  const { cutoff = clock.now(), affiliateIds = null } = request
  const scope = { ...request, workspaceId: workspace.id, cutoff, affiliateIds }
  let last = ''
  for (;;) {
    await breathe()
    const affiliates: Affiliate[] = await Affiliate.query()
      .where('workspace_id', workspace.id)
      .where('id', '>', last)
      .where((owed) => {
        for (const rows of [claimable(scope), maturing(scope)])
          owed.orWhereIn('id', rows.select('affiliate_id'))
      })
      .if(request.affiliateIds, (query) => query.whereIn('id', request.affiliateIds!))
      .preload('payoutMethod')
      .orderBy('id')
      .limit(PIECE)
    const byId = new Map(affiliates.map((affiliate) => [affiliate.id, affiliate]))
    for (const { currency, affiliate_id: affiliateId, total } of await dueOf(byId, request)) {
      const amount = minorUnits(total)
      const reason = whyLeftOut({ currency }, byId.get(affiliateId)!, workspace, amount)
      yield { currency, affiliateId, amount, reason }
    }
    if (affiliates.length < PIECE) return
    last = affiliates[PIECE - 1].id
  }
}

/** What is due to each of these, and what opening a run would mature. */
function dueOf(
  affiliates: Map<string, Affiliate>,
  { currency, cutoff = clock.now() }: RunRequest
): Promise<{ currency: string; affiliate_id: string; total: number }[]> {
  return db
    .from('commissions')
    .whereIn('affiliate_id', [...affiliates.keys()])
    .whereIn('state', ['due', 'pending'])
    .whereNull('payout_id')
    .where((due) => due.whereNull('due_at').orWhere('due_at', '<=', cutoff.toJSDate()))
    .if(currency, (query) => query.where('currency', currency!))
    .groupBy('affiliate_id', 'currency')
    .select('affiliate_id', 'currency')
    .sum('amount as total')
    .orderBy('affiliate_id')
}

function empty(currency: string, cutoff: string): RunPreview {
  return { currency, cutoff, payouts_count: 0, amount: 0, left_out: [] }
}
