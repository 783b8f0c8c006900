import db from '@adonisjs/lucid/services/db'
import { system } from '#core/actor'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { record } from '#core/events'
import { transition } from '#core/transition'
import Affiliate, { lockAffiliates } from '#models/affiliate'
import LeftOut from '#models/left_out'
import Payout from '#models/payout'
import PayoutRun from '#models/payout_run'
import Workspace from '#models/workspace'
import { sum } from '#money/arithmetic'
import { claim } from '#payouts/lines'
import { methodTakes } from '#payouts/methods/index'
import { minimumFor } from '#payouts/minimum'
import { approvalsRequired } from '#payouts/policy'
import { lockRun, sumRun } from '#payouts/totals'
import type { LeftOutReason } from '#models/types'
import type { DateTime } from 'luxon'

/** Affiliates, and commissions of them, built in one transaction. */
const AFFILIATES = 50
const COMMISSIONS = 1_500

interface Scope {
  workspaceId: string
  currency?: string
  cutoff: DateTime
  affiliateIds: string[] | null
}

/** The commissions that a run may claim: due up to its cutoff and in no payout. */
export function claimable({ workspaceId, currency, cutoff, affiliateIds }: Scope) {
  return db
    .from('commissions')
    .where({ workspace_id: workspaceId, state: 'due' })
    .whereNull('payout_id')
    .where((due) => due.whereNull('due_at').orWhere('due_at', '<=', cutoff.toJSDate()))
    .if(currency, (query) => query.where('currency', currency!))
    .if(affiliateIds, (query) => query.whereIn('affiliate_id', affiliateIds!))
}

/**
 * Builds a draft run, affiliate by affiliate, and presents it for approval. What a crash left half-built is
 * gone on with; a second worker on the same run finds each chunk done.
 */
export async function buildRun(run: PayoutRun) {
  const workspace = await Workspace.findOrFail(run.workspaceId)
  while (await buildChunk(run, workspace));
  await run.refresh()
}

/** One transaction's worth. Answers whether there may be more. */
async function buildChunk(run: PayoutRun, workspace: Workspace): Promise<boolean> {
  return atomically(async () => {
    const before = await PayoutRun.findOrFail(run.id)
    const ids = before.state === 'draft' ? await nextAffiliates(before) : []
    await lockAffiliates(ids)
    await lockRun(run.id)
    const current = await PayoutRun.findOrFail(run.id)
    if (current.state !== 'draft') return false
    if (current.progressCursor !== before.progressCursor) return true

    if (ids.length === 0) {
      await present(current, workspace)
      return false
    }
    const affiliates = await Affiliate.query()
      .whereIn('id', ids)
      .preload('payoutMethod')
      .orderBy('id')
    for (const affiliate of affiliates) await buildPayout(current, affiliate, workspace)
    await current.merge({ progressCursor: ids.at(-1)! }).save()
    return true
  })
}

/** Those to whom the next commissions belong, each whole: one with very many is built alone. */
async function nextAffiliates(run: PayoutRun): Promise<string[]> {
  const rows: { affiliate_id: string }[] = await claimable(run)
    .if(run.progressCursor, (query) => query.where('affiliate_id', '>', run.progressCursor!))
    .orderBy('affiliate_id')
    .limit(COMMISSIONS)
    .select('affiliate_id')
  const ids = [...new Set(rows.map((row) => row.affiliate_id))]
  const cut = rows.length === COMMISSIONS && ids.length > 1
  return ids.slice(0, cut ? Math.min(AFFILIATES, ids.length - 1) : AFFILIATES)
}

async function buildPayout(run: PayoutRun, affiliate: Affiliate, workspace: Workspace) {
  const rows = await claimable({ ...scopeOf(run), affiliateIds: [affiliate.id] })
    .select('id', 'amount')
    .orderBy('id')
  const commissions = rows.map((row) => ({ id: row.id as string, amount: Number(row.amount) }))
  if (commissions.length === 0) return

  const amount = sum(commissions.map((row) => row.amount))

  const reason = whyLeftOut(run, affiliate, workspace, amount)
  if (reason) {
    await LeftOut.create({
      workspaceId: run.workspaceId,
      runId: run.id,
      affiliateId: affiliate.id,
      currency: run.currency,
      amount,
      reason,
    })
    return
  }

  const payout = await Payout.create({
    workspaceId: run.workspaceId,
    runId: run.id,
    affiliateId: affiliate.id,
    amount,
    currency: run.currency,
    state: 'awaiting_approval',
    method: affiliate.payoutMethod?.kind ?? 'manual',
    methodMasked: affiliate.payoutMethod?.masked ?? null,
  })
  await claim(payout, commissions)
  await record(payout, {
    type: 'payout.created',
    actor: system,
    to: 'awaiting_approval',
    data: {
      run_id: run.id,
      affiliate_id: affiliate.id,
      amount,
      currency: run.currency,
      commissions: commissions.length,
    },
  })
}

function scopeOf({ workspaceId, currency, cutoff, affiliateIds }: PayoutRun): Scope {
  return { workspaceId, currency, cutoff, affiliateIds }
}

/** Why a run would not pay this amount to this affiliate, whose payout method is loaded; null when it would. */
export function whyLeftOut(
  run: { currency: string },
  affiliate: Affiliate,
  workspace: Workspace,
  amount: number
): LeftOutReason | null {
  if (affiliate.state !== 'active') return 'affiliate_not_active'
  if (amount <= 0) return 'not_above_zero'
  if (amount < minimumFor(affiliate, workspace, run.currency)) return 'below_minimum'
  if (!methodTakes(affiliate.payoutMethod ?? null, run.currency)) return 'method_refuses_currency'
  return null
}

async function present(run: PayoutRun, workspace: Workspace) {
  await sumRun(run.id)
  await run.refresh()
  const now = clock.now().toJSDate()
  const done = { progress_step: null, progress_cursor: null }

  if (run.payoutsCount === 0) {
    await transition(run, 'close_empty', {
      actor: system,
      set: { ...done, opened_at: now, completed_at: now },
    })
    return
  }
  await transition(run, 'present', {
    actor: system,
    data: {
      amount: run.amount,
      currency: run.currency,
      payouts: run.payoutsCount,
      left_out: run.leftOutCount,
    },
    set: { ...done, opened_at: now, approvals_required: await approvalsRequired(run, workspace) },
  })
}
