import db from '@adonisjs/lucid/services/db'
import PayoutRun from '#models/payout_run'

/** The run before one, and how many both pay. */
export interface LastRun {
  run: PayoutRun
  both: number
}

/** The run of this currency before it that paid somebody; null where there is none. */
export async function lastRunOf(run: PayoutRun): Promise<LastRun | null> {
  const last = await PayoutRun.query()
    .where({ workspace_id: run.workspaceId, currency: run.currency })
    .where('id', '<', run.id)
    .whereNotIn('state', ['draft', 'awaiting_approval', 'canceled'])
    .where('payouts_count', '>', 0)
    .orderBy('id', 'desc')
    .first()
  if (!last) return null
  const both = paidBy(run).intersect(paidBy(last))
  const row = await db.from(both.as('both')).count('* as count').first()
  return { run: last, both: Number(row.count) }
}

/** Whom a run pays. Two of these are in the order of one index, and are gone through side by side. */
function paidBy({ id }: PayoutRun) {
  return db.from('payouts').where('run_id', id).whereNot('state', 'canceled').select('affiliate_id')
}
