import { system } from '#core/actor'
import { clock } from '#core/clock'
import { recordAll } from '#core/events'
import { newId } from '#core/ids'
import { Pace } from '#core/pace'
import { insertAll } from '#core/write_rows'
import { transition } from '#core/transition'
import { matureCommissions } from '#ledger/mature'
import Affiliate, { lockAffiliates } from '#models/affiliate'
import PayoutRun from '#models/payout_run'
import Workspace from '#models/workspace'
import { minorUnits, sum } from '#money/arithmetic'
import { claim, claimable, type Claimable } from '#payouts/claim'
import { whyLeftOut } from '#payouts/left_out'
import { marksOf, paidBefore } from '#payouts/marks'
import { approvalsRequired } from '#payouts/policy'
import { lockRun, sumRun } from '#payouts/totals'
import { tellPlanner } from '#database/statistics'
import type { LeftOutReason } from '#models/types'

/** Affiliates, and commissions of them, built in one transaction at most. */
const AFFILIATES = 200
const pace = new Pace(1_000)

/** Chunks after which what they hold is too much to be read for each row. */
const YOUNG = 10

/**
 * Builds a draft run, affiliate by affiliate, and presents it for approval. What a crash left half-built is
 * gone on with; a second worker on the same run finds each chunk done.
 */
export async function buildRun(run: PayoutRun) {
  const workspace = await Workspace.findOrFail(run.workspaceId)
  if (run.state === 'draft')
    await matureCommissions({ until: run.cutoff, workspaceId: run.workspaceId })
  let chunks = 0
  while (await buildChunk(run, workspace)) {
    if (++chunks === YOUNG) await tellPlanner('payouts')
  }
  if (chunks > YOUNG) await tellPlanner('payouts', 'payout_lines', 'commissions')
  await run.refresh()
}

/** One transaction's worth. Answers whether there may be more. */
async function buildChunk(run: PayoutRun, workspace: Workspace): Promise<boolean> {
  return pace.atomically(async () => {
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
    await buildPayouts(current, ids, workspace)
    await current.merge({ progressCursor: ids.at(-1)! }).save()
    return true
  })
}

/** Those to whom the next commissions belong, each whole: one with very many is built alone. */
async function nextAffiliates(run: PayoutRun): Promise<string[]> {
  const most = pace.rows
  const rows: { affiliate_id: string }[] = await claimable(run)
    .if(run.progressCursor, (query) => query.where('affiliate_id', '>', run.progressCursor!))
    .orderBy('affiliate_id')
    .limit(most)
    .select('affiliate_id')
  const ids = [...new Set(rows.map((row) => row.affiliate_id))]
  const cut = rows.length === most && ids.length > 1
  return ids.slice(0, cut ? Math.min(AFFILIATES, ids.length - 1) : AFFILIATES)
}

async function buildPayouts(run: PayoutRun, ids: string[], workspace: Workspace) {
  const commissionsOf = await claimableOf(run, ids)
  const affiliates = await Affiliate.query()
    .whereIn('id', [...commissionsOf.keys()])
    .preload('payoutMethod')
  const owed = affiliates.map((affiliate) => {
    const commissions = commissionsOf.get(affiliate.id)!
    const amount = sum(commissions.map((commission) => commission.amount))
    return { affiliate, commissions, amount, reason: whyLeftOut(run, affiliate, workspace, amount) }
  })
  await leaveOut(
    run,
    owed.filter(({ reason }) => reason !== null)
  )
  await makePayouts(
    run,
    owed.filter(({ reason }) => reason === null)
  )
}

interface Owed {
  affiliate: Affiliate
  commissions: Claimable[]
  amount: number
  reason: LeftOutReason | null
}

async function leaveOut(run: PayoutRun, owed: Owed[]) {
  if (owed.length === 0) return
  await insertAll(
    'left_outs',
    owed.map(({ affiliate, amount, reason }) => ({
      id: newId('left'),
      ...columnsOf(run, affiliate),
      amount,
      reason,
    }))
  )
}

async function makePayouts(run: PayoutRun, owed: Owed[]) {
  if (owed.length === 0) return
  const { id: runId, workspaceId, currency } = run
  const before = await paidBefore(
    run,
    owed.map(({ affiliate }) => affiliate.id)
  )
  const paid = owed.map((each) => ({
    ...each,
    payout: { id: newId('po'), workspaceId, runId, currency },
  }))
  await insertAll(
    'payouts',
    paid.map(({ payout, affiliate, amount, commissions }) => ({
      id: payout.id,
      ...columnsOf(run, affiliate),
      amount,
      state: 'awaiting_approval',
      marks: marksOf({
        amount,
        takesBack: commissions.some((commission) => commission.amount < 0),
        before: before.get(affiliate.id)!,
      }),
      method: affiliate.payoutMethod?.kind ?? 'manual',
      method_masked: affiliate.payoutMethod?.masked ?? null,
    }))
  )
  await claim(paid)
  await recordAll(
    paid.map(({ payout, affiliate, amount, commissions }) => ({
      subject: payout,
      told: {
        type: 'payout.created',
        actor: system,
        to: 'awaiting_approval',
        data: {
          run_id: runId,
          affiliate_id: affiliate.id,
          amount,
          currency,
          commissions: commissions.length,
        },
      },
    }))
  )
}

function columnsOf(run: PayoutRun, affiliate: Affiliate) {
  const now = clock.now().toJSDate()
  return {
    workspace_id: run.workspaceId,
    run_id: run.id,
    affiliate_id: affiliate.id,
    currency: run.currency,
    created_at: now,
    updated_at: now,
  }
}

/** From the first to the last of them by the index, whatever the database knows of what became due just now. */
async function claimableOf(run: PayoutRun, affiliateIds: string[]) {
  const { workspaceId, currency, cutoff } = run
  const rows: { id: string; affiliate_id: string; amount: number }[] = await claimable({
    workspaceId,
    currency,
    cutoff,
    affiliateIds,
  })
    .whereBetween('affiliate_id', [affiliateIds[0], affiliateIds.at(-1)!])
    .orderBy(['affiliate_id', 'id'])
    .select('id', 'affiliate_id', 'amount')
  return Map.groupBy(
    rows.map((row) => ({ ...row, amount: minorUnits(row.amount) })),
    (row) => row.affiliate_id
  )
}

async function present(run: PayoutRun, workspace: Workspace) {
  await sumRun(run.id)
  await run.refresh()
  const now = clock.now().toJSDate()
  const done = { progress_step: null, progress_cursor: null }

  if (run.payoutsCount === 0) return close(run, { ...done, opened_at: now })
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

/**
 * A scheduled run says that its cutoff was looked at. One by hand is opened only where someone would be paid;
 * when nobody is any more, it is canceled.
 */
async function close(run: PayoutRun, set: Record<string, unknown>) {
  const now = clock.now().toJSDate()
  if (run.trigger === 'schedule') {
    await transition(run, 'close_empty', { actor: system, set: { ...set, completed_at: now } })
    return
  }
  const reason = 'nothing_left_to_pay'
  await transition(run, 'cancel', { actor: system, reason, set: { ...set, cancel_reason: reason } })
}
