import db from '@adonisjs/lucid/services/db'
import { breathe } from '#core/begin'
import { clock } from '#core/clock'
import Affiliate from '#models/affiliate'
import { claimable, maturing, type Scope } from '#payouts/claim'
import { currenciesDue } from '#payouts/due'
import { whyLeftOut } from '#payouts/left_out'
import { minorUnits } from '#money/arithmetic'
import type { LeftOutReason } from '#models/types'
import type { RunRequest } from '#payouts/open'
import type Workspace from '#models/workspace'

/** Affiliates looked at with one query. */
const PIECE = 500

interface Owed {
  affiliate_id: string
}

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
  const all = { ...request, workspaceId: workspace.id, cutoff, affiliateIds }
  for (const currency of await currenciesDue(all)) {
    const scope = { ...all, currency }
    for await (const ids of owedPieces(scope)) {
      const affiliates = await Affiliate.query().whereIn('id', ids).preload('payoutMethod')
      const byId = new Map(affiliates.map((affiliate) => [affiliate.id, affiliate]))
      for (const { affiliate_id: affiliateId, total } of await dueOf(ids, scope)) {
        const amount = minorUnits(total)
        const reason = whyLeftOut({ currency }, byId.get(affiliateId)!, workspace, amount)
        yield { currency, affiliateId, amount, reason }
      }
    }
  }
}

/** Those with something to claim by the index, and among them those with something that would be matured first. */
async function* owedPieces(scope: Scope): AsyncGenerator<string[]> {
  const pending: Owed[] = await maturing(scope).distinct('affiliate_id').orderBy('affiliate_id')
  let later = pending.map(({ affiliate_id: id }) => id)
  let last = ''
  for (;;) {
    await breathe()
    const due: Owed[] = await claimable(scope)
      .where('affiliate_id', '>', last)
      .groupBy('affiliate_id')
      .orderBy('affiliate_id')
      .limit(PIECE)
      .select('affiliate_id')
    const ids = [...new Set([...due.map(({ affiliate_id: id }) => id), ...later])].sort()
    const piece = ids.slice(0, PIECE)
    if (piece.length > 0) yield piece
    if (ids.length < PIECE) return
    last = piece.at(-1)!
    later = later.filter((id) => id > last)
  }
}

/** What is due to each of these, and what opening a run would mature. */
function dueOf(ids: string[], { currency, cutoff }: Scope): Promise<(Owed & { total: number })[]> {
  return db
    .from('commissions')
    .whereIn('affiliate_id', ids)
    .where('currency', currency!)
    .whereIn('state', ['due', 'pending'])
    .whereNull('payout_id')
    .where((due) => due.whereNull('due_at').orWhere('due_at', '<=', cutoff.toJSDate()))
    .groupBy('affiliate_id')
    .select('affiliate_id')
    .sum('amount as total')
    .orderBy('affiliate_id')
}

function empty(currency: string, cutoff: string): RunPreview {
  return { currency, cutoff, payouts_count: 0, amount: 0, left_out: [] }
}
