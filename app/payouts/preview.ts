import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'
import Affiliate from '#models/affiliate'
import { whyLeftOut } from '#payouts/build'
import type { LeftOutReason } from '#models/types'
import type { RunRequest } from '#payouts/open'
import type Workspace from '#models/workspace'
import type { DateTime } from 'luxon'

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
  const cutoff = request.cutoff ?? clock.now()
  const rows: { currency: string; affiliate_id: string; total: number }[] = await wouldBeDue(
    workspace,
    cutoff
  )
    .if(request.currency, (query) => query.where('currency', request.currency!))
    .if(request.affiliateIds, (query) => query.whereIn('affiliate_id', request.affiliateIds!))
    .groupBy('currency', 'affiliate_id')
    .select('currency', 'affiliate_id')
    .sum('amount as total')
    .orderBy('currency')

  const previews = new Map<string, RunPreview>()
  for (const chunk of chunksOf(rows, 500)) {
    const affiliates = await Affiliate.query()
      .whereIn(
        'id',
        chunk.map((row) => row.affiliate_id)
      )
      .preload('payoutMethod')
    const byId = new Map(affiliates.map((affiliate) => [affiliate.id, affiliate]))
    for (const { currency, affiliate_id: id, total } of chunk) {
      const preview = previews.get(currency) ?? empty(currency, cutoff.toUTC().toISO()!)
      previews.set(currency, preview)
      const amount = Number(total)
      const reason = whyLeftOut({ currency }, byId.get(id)!, workspace, amount)
      if (reason) preview.left_out.push({ affiliate_id: id, amount, reason })
      else {
        preview.payouts_count += 1
        preview.amount += amount
      }
    }
  }
  return [...previews.values()]
}

/** What is due, and what opening a run would mature. */
function wouldBeDue(workspace: Workspace, cutoff: DateTime) {
  return db
    .from('commissions')
    .where('workspace_id', workspace.id)
    .whereIn('state', ['due', 'pending'])
    .whereNull('payout_id')
    .where((due) => due.whereNull('due_at').orWhere('due_at', '<=', cutoff.toJSDate()))
}

function empty(currency: string, cutoff: string): RunPreview {
  return { currency, cutoff, payouts_count: 0, amount: 0, left_out: [] }
}

function chunksOf<T>(items: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size)
  )
}
