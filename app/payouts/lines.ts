import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'
import { record } from '#core/events'
import { inChunks } from '#core/chunks'
import { transition, transitionAll } from '#core/transition'
import { settleFamiliesOf } from '#ledger/settle'
import Commission from '#models/commission'
import LeftOut from '#models/left_out'
import Payout from '#models/payout'
import { minorUnits, sum } from '#money/arithmetic'
import { claim } from '#payouts/claim'
import { renewMarks } from '#payouts/marks'
import { minimumFor } from '#payouts/minimum'
import { deriveRun, sumRun } from '#payouts/totals'
import type { Actor } from '#core/actor'
import type { LeftOutReason } from '#models/types'

/**
 * What joins a payout after it was made, and what leaves one. All of it runs inside the caller's transaction,
 * which has locked the affiliates.
 */

/** A reversal joins the payout of its original, which is summed again. */
export async function joinPayout(
  payout: Payout,
  commissions: Commission[],
  actor: Actor,
  because: string
) {
  await claim([{ payout, commissions }])
  await record(payout, {
    type: 'payout.line_joined',
    actor,
    reason: because,
    data: {
      commission_ids: commissions.map(({ id }) => id),
      amount: sum(commissions.map(({ amount }) => amount)),
    },
  })
  await sumAgain(payout, actor)
}

/** Takes commissions out of the payouts that await approval; those are summed again. */
export async function leavePayouts(commissions: Commission[], actor: Actor, because: string) {
  const claimed = commissions.filter(({ payoutId }) => payoutId !== null)
  await release(claimed.map(({ id }) => id))

  for (const payoutId of new Set(claimed.map((row) => row.payoutId!))) {
    const payout = await Payout.findOrFail(payoutId)
    await record(payout, {
      type: 'payout.line_taken_away',
      actor,
      reason: because,
      data: {
        commission_ids: claimed.filter((row) => row.payoutId === payoutId).map(({ id }) => id),
      },
    })
    await sumAgain(payout, actor)
  }
}

/** Lets go all that is in these payouts, after they failed, were returned or canceled, and settles it. */
export async function releaseAll(payoutIds: string[], actor: Actor, because: string) {
  const lines = await db
    .from('payout_lines')
    .whereIn('payout_id', payoutIds)
    .whereNull('released_at')
    .select('commission_id')
  const ids = lines.map((line) => line.commission_id as string)

  await inChunks(ids, 500, async (chunk) => {
    await transitionAll(Commission, 'let_go', chunk, { actor, silent: true })
    await transitionAll(Commission, 'take_back', chunk, {
      actor,
      silent: true,
      set: { paid_at: null },
    })
    await release(chunk)
  })
  await settleFamiliesOf(ids, actor, because)
}

/** Notes who a run does not pay, and why. */
export async function leaveOut(payout: Payout, amount: number, reason: LeftOutReason) {
  await LeftOut.updateOrCreate(
    { runId: payout.runId, affiliateId: payout.affiliateId },
    { workspaceId: payout.workspaceId, amount, currency: payout.currency, reason }
  )
}

async function release(commissionIds: string[]) {
  const now = clock.now().toJSDate()
  await db
    .from('payout_lines')
    .whereIn('commission_id', commissionIds)
    .whereNull('released_at')
    .update({ released_at: now, updated_at: now })
  await db
    .from('commissions')
    .whereIn('id', commissionIds)
    .update({ payout_id: null, updated_at: now })
}

/** What is left may be too little to pay: then the payout is canceled and its rows are carried over. */
async function sumAgain(payout: Payout, actor: Actor) {
  await payout.load('affiliate')
  await payout.affiliate.load('workspace')
  const amount = await sumOfLines(payout.id)
  const minimum = minimumFor(payout.affiliate, payout.affiliate.workspace, payout.currency)

  if (amount > 0 && amount >= minimum) {
    await payout.merge({ amount }).save()
    await renewMarks([payout.affiliateId])
    await sumRun(payout.runId)
    return
  }

  const reason: LeftOutReason = amount > 0 ? 'below_minimum' : 'not_above_zero'
  await transition(payout, 'cancel', {
    actor,
    reason,
    set: { cancel_reason: reason, ended_at: clock.now().toJSDate() },
  })
  await releaseAll([payout.id], actor, reason)
  await leaveOut(payout, amount, reason)
  await sumRun(payout.runId)
  await deriveRun(payout.runId, actor)
}

async function sumOfLines(payoutId: string): Promise<number> {
  const row = await db
    .from('payout_lines')
    .where('payout_id', payoutId)
    .whereNull('released_at')
    .sum('amount as total')
    .first()
  return minorUnits(row.total)
}
