import db from '@adonisjs/lucid/services/db'
import { updateRows } from '#core/write_rows'
import Payout from '#models/payout'
import { isTimes, minorUnits } from '#money/arithmetic'
import type { RiskMark } from '#models/types'

/**
 * What a reviewer of a run looks at first. It is noted with each payout when that is made, and again whenever something
 * that it rests on changes, until the run is approved: what the approvers saw stays. So the review of ten thousand
 * payouts need not look up what each affiliate was paid before.
 */
export const riskMarks: readonly RiskMark[] = ['first', 'changed', 'jump', 'negative']

/** So many times what they were paid the last time is unusual. */
const JUMP = 3

interface Weighed {
  /** Minor units. */
  amount: number
  /** Whether something that was paid before is taken back in it. */
  takesBack: boolean
  before: Before
}

/** What is known of an affiliate when they are to be paid by a run. */
interface Before {
  /** Nothing was ever paid to them by an earlier run. */
  first: boolean
  /** Where it goes was changed since they were paid last. */
  changed: boolean
  /** What they were paid the last time in the run's currency, in minor units. */
  lastAmount: number | null
}

export function marksOf({ amount, takesBack, before }: Weighed): RiskMark[] {
  const { first, changed, lastAmount } = before
  const holds: Record<RiskMark, boolean> = {
    first,
    changed,
    jump: lastAmount !== null && isTimes(amount, JUMP, lastAmount),
    negative: takesBack,
  }
  return riskMarks.filter((mark) => holds[mark])
}

/** What was paid to each of these affiliates by earlier runs; payouts_paid_before_index is made for it. */
export async function paidBefore(
  { id, currency }: { id: string; currency: string },
  affiliateIds: string[]
): Promise<Map<string, Before>> {
  const earlier = `from payouts where affiliate_id = affiliates.id and state = 'paid' and run_id < ?`
  const rows = await db
    .from('affiliates')
    .leftJoin('payout_methods', 'payout_methods.affiliate_id', 'affiliates.id')
    .whereIn('affiliates.id', affiliateIds)
    .select('affiliates.id')
    .select(db.raw(`not exists (select 1 ${earlier}) as first`, [id]))
    .select(db.raw(`changed_at > (select max(approved_at) ${earlier}) as changed`, [id]))
    .select(
      db.raw(
        `(select amount ${earlier} and currency = ? order by run_id desc limit 1) as last_amount`,
        [id, currency]
      )
    )
  return new Map(
    rows.map((row) => [
      row.id,
      {
        first: Boolean(row.first),
        changed: Boolean(row.changed),
        lastAmount: row.last_amount === null ? null : minorUnits(row.last_amount),
      },
    ])
  )
}

/**
 * Marks anew what of these affiliates awaits approval, after something that the marks rest on has changed. Inside the
 * caller's transaction, which has locked them.
 */
export async function renewMarks(affiliateIds: string[]) {
  const payouts = await Payout.query()
    .whereIn('affiliate_id', affiliateIds)
    .where('state', 'awaiting_approval')
    .whereHas('run', (run) => run.whereIn('state', ['draft', 'awaiting_approval']))
  if (payouts.length === 0) return

  const taking = await takingBack(payouts)
  for (const [runId, those] of Map.groupBy(payouts, (payout) => payout.runId)) {
    const ids = those.map(({ affiliateId }) => affiliateId)
    const before = await paidBefore({ id: runId, currency: those[0].currency }, ids)
    const renewed = those.map(({ id, affiliateId, amount, marks }) => ({
      id,
      was: marks,
      marks: marksOf({ amount, takesBack: taking.has(id), before: before.get(affiliateId)! }),
    }))
    await updateRows(
      Payout,
      ['marks'],
      renewed.filter(({ was, marks }) => was.join() !== marks.join())
    )
  }
}

/** Those of these payouts that take something back. */
async function takingBack(payouts: Payout[]): Promise<Set<string>> {
  const rows = await db
    .from('payout_lines')
    .whereIn(
      'payout_id',
      payouts.map(({ id }) => id)
    )
    .where('amount', '<', 0)
    .whereNull('released_at')
    .distinct('payout_id')
  return new Set(rows.map((row) => row.payout_id))
}
