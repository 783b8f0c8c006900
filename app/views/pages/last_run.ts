import Payout from '#models/payout'
import PayoutRun from '#models/payout_run'
import type { ChainableContract } from '@adonisjs/lucid/types/querybuilder'

/** What changed since the run before. */
export interface LastRun {
  run: PayoutRun
  /** Affiliates of this run that the last one did not pay. */
  added: number
  /** Affiliates of the last one who are not in this. */
  gone: number
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
  return { run: last, added: await onlyIn(run, last), gone: await onlyIn(last, run) }
}

async function onlyIn({ id }: PayoutRun, other: PayoutRun) {
  const row = await Payout.query()
    .where('payouts.run_id', id)
    .whereNot('payouts.state', 'canceled')
    .whereNotExists((theirs: ChainableContract) => {
      theirs
        .from('payouts as others')
        .whereColumn('others.affiliate_id', 'payouts.affiliate_id')
        .where('others.run_id', other.id)
        .whereNot('others.state', 'canceled')
    })
    .count('* as number')
    .firstOrFail()
  return Number(row.$extras.number)
}
