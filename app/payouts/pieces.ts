import db from '@adonisjs/lucid/services/db'
import { atomically } from '#core/atomically'
import { lockAffiliates } from '#models/affiliate'
import Payout from '#models/payout'
import type PayoutRun from '#models/payout_run'
import { lockRun } from '#payouts/totals'
import type { PayoutState } from '#models/types'

/**
 * The pieces that a run is worked on in. Everything that locks does so in one order: affiliates by id, the
 * run, then payouts and commissions. So a refund and a step of a run never wait for each other in a circle.
 */

/** Payouts, and lines of them, in one transaction. */
const PAYOUTS = 50
const LINES = 1_500

/** Up to which commissions the work on a run is done in the request itself; beyond that a job goes on. */
const IN_REQUEST = 1_000

export async function isSmall(run: PayoutRun): Promise<boolean> {
  const row = await db
    .from('payout_lines')
    .join('payouts', 'payouts.id', 'payout_lines.payout_id')
    .where('payouts.run_id', run.id)
    .count('* as total')
    .first()
  return Number(row.total) <= IN_REQUEST
}

/** Locks everyone that a small run pays, and the run, and reads it again. Inside the caller's transaction. */
export async function lockWhole(run: PayoutRun) {
  const payees = await db.from('payouts').where('run_id', run.id).select('affiliate_id')
  await lockAffiliates(payees.map((payee) => payee.affiliate_id))
  await lockRun(run.id)
  await run.refresh()
}

/**
 * Locks one piece of a run's payouts in these states, and reads the run again. null says that none is left;
 * an empty list that another worker has just done this piece.
 */
export async function lockPiece(
  run: PayoutRun,
  states: PayoutState[],
  except: string[] = []
): Promise<Payout[] | null> {
  const ids = await nextPiece(run, states, except)
  if (ids.length === 0) return null

  const payouts = await Payout.query().whereIn('id', ids).select('affiliate_id')
  await lockAffiliates(payouts.map(({ affiliateId }) => affiliateId))
  await lockRun(run.id)
  await run.refresh()
  return Payout.query().whereIn('id', ids).whereIn('state', states).orderBy('affiliate_id')
}

/** The last piece of a step is done. */
export async function endStep(run: PayoutRun, step: string) {
  await atomically(async () => {
    await lockRun(run.id)
    await run.refresh()
    if (run.progressStep === step)
      await run.merge({ progressStep: null, progressCursor: null }).save()
  })
}

async function nextPiece(
  run: PayoutRun,
  states: PayoutState[],
  except: string[]
): Promise<string[]> {
  const payouts: { id: string; lines: number }[] = await db
    .from('payouts')
    .leftJoin('payout_lines', 'payout_lines.payout_id', 'payouts.id')
    .where('payouts.run_id', run.id)
    .whereIn('payouts.state', states)
    .if(except.length > 0, (query) => query.whereNotIn('payouts.id', except))
    .groupBy('payouts.id', 'payouts.affiliate_id')
    .orderBy('payouts.affiliate_id')
    .limit(PAYOUTS)
    .select('payouts.id')
    .count('payout_lines.id as lines')
  return upTo(LINES, payouts, ({ lines }) => Number(lines)).map(({ id }) => id)
}

/** The first items that hold no more than so many rows together; always at least one. */
export function upTo<T>(most: number, items: T[], rowsOf: (item: T) => number): T[] {
  let rows = 0
  return items.filter((item, position) => {
    rows += rowsOf(item)
    return position === 0 || rows <= most
  })
}
