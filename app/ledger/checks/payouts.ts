import db from '@adonisjs/lucid/services/db'
import { formatMoney } from '#money/format'
import { sentences, type Check, type Within } from '#ledger/checks/check'
import { minorUnits } from '#money/arithmetic'

/** 1. A payout is the sum of its open lines, and a run of its payouts. */
export const payouts: Check = {
  number: 1,
  name: 'payouts and runs are the sums of what is in them',
  looks: [
    { table: 'payouts', broken: wrongSums },
    { table: 'payout_lines', broken: strangeLines },
    { table: 'payout_lines', broken: linesAfterCutoff },
    { table: 'payout_runs', broken: wrongRuns },
  ],
}

const OPEN = ['awaiting_approval', 'approved', 'processing', 'paid']

interface Summed {
  id: string
  amount: number
  total: number
  currency: string
}

async function wrongSums(within: Within) {
  const rows: Summed[] = await within(db.from('payouts'))
    .leftJoin('payout_lines', (join) =>
      join.on('payout_lines.payout_id', 'payouts.id').andOnNull('payout_lines.released_at')
    )
    .whereIn('payouts.state', OPEN)
    .groupBy('payouts.id', 'payouts.amount', 'payouts.currency')
    .havingRaw('coalesce(sum(payout_lines.amount), 0) <> payouts.amount or payouts.amount <= 0')
    .select('payouts.id', 'payouts.amount', 'payouts.currency')
    .select(db.raw('coalesce(sum(payout_lines.amount), 0) as total'))
  return sentences(
    rows,
    ({ amount, total, currency }) =>
      `is of ${formatMoney(minorUnits(amount), currency)}, but its lines sum to ${formatMoney(minorUnits(total), currency)}`
  )
}

async function strangeLines(within: Within) {
  const rows: { id: string; payout_id: string; commission_id: string }[] = await within(
    db.from('payout_lines')
  )
    .join('payouts', 'payouts.id', 'payout_lines.payout_id')
    .join('commissions', 'commissions.id', 'payout_lines.commission_id')
    .whereNull('payout_lines.released_at')
    .whereRaw(
      `(commissions.workspace_id <> payouts.workspace_id or commissions.affiliate_id <> payouts.affiliate_id
        or commissions.currency <> payouts.currency or payout_lines.currency <> payouts.currency
        or payout_lines.workspace_id <> payouts.workspace_id or payout_lines.amount <> commissions.amount)`
    )
    .select('payout_lines.id', 'payout_lines.payout_id', 'payout_lines.commission_id')
  return sentences(
    rows,
    (line) =>
      `differs from its payout ${line.payout_id} or its commission ${line.commission_id} in workspace, affiliate, currency or amount`
  )
}

async function linesAfterCutoff(within: Within) {
  const rows: { id: string; commission_id: string; run_id: string }[] = await within(
    db.from('payout_lines')
  )
    .join('payouts', 'payouts.id', 'payout_lines.payout_id')
    .join('payout_runs', 'payout_runs.id', 'payouts.run_id')
    .join('commissions', 'commissions.id', 'payout_lines.commission_id')
    .whereNull('payout_lines.released_at')
    .whereIn('payouts.state', OPEN)
    .where('payout_lines.amount', '>', 0)
    .whereColumn('commissions.due_at', '>', 'payout_runs.cutoff')
    .select('payout_lines.id', 'payout_lines.commission_id', 'payouts.run_id')
  return sentences(
    rows,
    (line) => `pays commission ${line.commission_id}, due after the cutoff of ${line.run_id}`
  )
}

/** A draft is summed when it is presented. */
async function wrongRuns(within: Within) {
  const rows: (Summed & { count: number; payouts_count: number })[] = await within(
    db.from('payout_runs')
  )
    .leftJoin('payouts', (join) =>
      join.on('payouts.run_id', 'payout_runs.id').andOnNotIn('payouts.state', ['canceled'])
    )
    .whereNotIn('payout_runs.state', ['draft', 'canceled'])
    .groupBy(
      'payout_runs.id',
      'payout_runs.amount',
      'payout_runs.currency',
      'payout_runs.payouts_count'
    )
    .havingRaw(
      'coalesce(sum(payouts.amount), 0) <> payout_runs.amount or count(payouts.id) <> payout_runs.payouts_count'
    )
    .select(
      'payout_runs.id',
      'payout_runs.amount',
      'payout_runs.currency',
      'payout_runs.payouts_count'
    )
    .select(db.raw('coalesce(sum(payouts.amount), 0) as total, count(payouts.id) as count'))
  return sentences(
    rows,
    ({ amount, total, currency, count, payouts_count: said }) =>
      `says ${said} payouts of ${formatMoney(minorUnits(amount), currency)}, but has ${count} of ${formatMoney(minorUnits(total), currency)}`
  )
}
