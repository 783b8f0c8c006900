import db from '@adonisjs/lucid/services/db'
import { atomically } from '#core/atomically'
import { Pace } from '#core/pace'
import { lockAffiliates } from '#models/affiliate'
import Payout from '#models/payout'
import type PayoutRun from '#models/payout_run'
import { lockRun } from '#payouts/totals'
import type { PayoutState } from '#models/types'

/** What a run is in the middle of. */
export type RunStep = 'building' | 'approving' | 'executing' | 'paying' | 'canceling'

/**
 * The pieces that a run is worked on in. Everything that locks does so in one order: affiliates by id, the
 * run, then payouts and commissions. So a refund and a step of a run never wait for each other in a circle.
 */

/** Payouts, and lines of them, in one transaction at most. */
const PAYOUTS = 200
export const pace = new Pace(1_500)

/** Up to which commissions the work on a run is done in the request itself; beyond that a job goes on. */
const IN_REQUEST = 1_000

export async function isSmall(run: PayoutRun): Promise<boolean> {
  const lines = await db
    .from('payout_lines')
    .join('payouts', 'payouts.id', 'payout_lines.payout_id')
    .where('payouts.run_id', run.id)
    .select('payout_lines.id')
    .limit(IN_REQUEST + 1)
  return lines.length <= IN_REQUEST
}

/** Locks everyone that a small run pays, and the run, and reads it again. Inside the caller's transaction. */
export async function lockWhole(run: PayoutRun) {
  const payees = await db.from('payouts').where('run_id', run.id).select('affiliate_id')
  await lockAffiliates(payees.map((payee) => payee.affiliate_id))
  await lockRun(run.id)
  await run.refresh()
}

/**
 * Locks the next piece of a run's payouts in these states, reads the run again and notes how far it has come.
 * null says that none is left, or that the run is no longer in this step; an empty list that another worker has
 * just done this piece.
 */
export async function lockPiece(
  run: PayoutRun,
  step: RunStep,
  states: PayoutState[],
  except: string[] = []
): Promise<Payout[] | null> {
  await run.refresh()
  const from = run.progressCursor
  const piece = await nextPiece(run, states, except)
  if (piece.length === 0) return null

  await lockAffiliates(piece.map((payout) => payout.affiliate_id))
  await lockRun(run.id)
  await run.refresh()
  if (run.progressStep !== step) return null
  if (run.progressCursor !== from) return []

  await run.merge({ progressCursor: piece.at(-1)!.affiliate_id }).save()
  return Payout.query()
    .whereIn(
      'id',
      piece.map(({ id }) => id)
    )
    .whereIn('state', states)
    .orderBy('affiliate_id')
}

/** The last piece of a step is done. */
export async function endStep(run: PayoutRun, step: RunStep) {
  await atomically(async () => {
    await lockRun(run.id)
    await run.refresh()
    if (run.progressStep === step)
      await run.merge({ progressStep: null, progressCursor: null }).save()
  })
}

interface InPiece {
  id: string
  affiliate_id: string
  lines: number
}

/** Lines are counted payout by payout: PostgreSQL reads all lines where it knows nothing yet of those of a young run. */
async function nextPiece(
  run: PayoutRun,
  states: PayoutState[],
  except: string[]
): Promise<InPiece[]> {
  const lines = '(select count(*) from payout_lines where payout_id = payouts.id) as lines'
  const payouts: InPiece[] = await db
    .from('payouts')
    .where('run_id', run.id)
    .whereIn('state', states)
    .if(run.progressCursor, (query) => query.where('affiliate_id', '>', run.progressCursor!))
    .if(except.length > 0, (query) => query.whereNotIn('id', except))
    .orderBy('affiliate_id')
    .limit(PAYOUTS)
    .select('id', 'affiliate_id', db.raw(lines))
  return upTo(pace.rows, payouts, (payout) => Number(payout.lines))
}

/** The first items that hold no more than so many rows together; always at least one. */
export function upTo<T>(most: number, items: T[], rowsOf: (item: T) => number): T[] {
  let rows = 0
  return items.filter((item, position) => {
    rows += rowsOf(item)
    return position === 0 || rows <= most
  })
}
