import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'
import { transition } from '#core/transition'
import PayoutRun from '#models/payout_run'
import { minorUnits } from '#money/arithmetic'
import type { Actor } from '#core/actor'
import type { PayoutState } from '#models/types'

/**
 * Locks a run's row until the transaction ends. Whoever locks affiliates too locks them first; without this,
 * two that change payouts of one run would each reckon without the other on PostgreSQL.
 */
export async function lockRun(runId: string) {
  await db.from('payout_runs').where('id', runId).forUpdate().select('id')
}

/** Brings a run's amount and counts to those of its payouts. */
export async function sumRun(runId: string) {
  await lockRun(runId)
  const payouts = await db
    .from('payouts')
    .where('run_id', runId)
    .whereNot('state', 'canceled')
    .sum('amount as amount')
    .count('* as count')
    .first()
  const leftOut = await db.from('left_outs').where('run_id', runId).count('* as count').first()

  await db
    .from('payout_runs')
    .where('id', runId)
    .update({
      amount: minorUnits(payouts.amount),
      payouts_count: Number(payouts.count),
      left_out_count: Number(leftOut.count),
      updated_at: clock.now().toJSDate(),
    })
}

/**
 * A run's end follows from its payouts: completed when none is open, partly failed when one failed or came
 * back, canceled when all were canceled.
 */
export async function deriveRun(runId: string, actor: Actor) {
  await lockRun(runId)
  const run = await PayoutRun.findOrFail(runId)
  const counts = await countByState(runId)
  const open = counts.awaiting_approval + counts.approved + counts.processing
  if (open > 0 || run.state === 'draft' || run.state === 'canceled') return

  if (counts.paid + counts.failed + counts.returned === 0) {
    if (run.state === 'awaiting_approval' || run.state === 'approved') {
      await transition(run, 'cancel', {
        actor,
        reason: 'nothing_left_to_pay',
        set: { cancel_reason: 'nothing_left_to_pay' },
      })
    }
    return
  }
  const verb = counts.failed + counts.returned > 0 ? 'fail_partly' : 'complete'
  const target = verb === 'complete' ? 'completed' : 'partly_failed'
  if (run.state === target) return
  if (run.state === 'approved') await transition(run, 'start', { actor })
  await transition(run, verb, { actor, set: { completed_at: clock.now().toJSDate() } })
}

async function countByState(runId: string): Promise<Record<PayoutState, number>> {
  const rows: { state: PayoutState; count: number }[] = await db
    .from('payouts')
    .where('run_id', runId)
    .groupBy('state')
    .select('state')
    .count('* as count')
  const none = {
    awaiting_approval: 0,
    approved: 0,
    processing: 0,
    paid: 0,
    returned: 0,
    canceled: 0,
    failed: 0,
  }
  return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)])) }
}
