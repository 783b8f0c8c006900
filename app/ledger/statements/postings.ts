import db from '@adonisjs/lucid/services/db'
import { minorUnits, sum } from '#money/arithmetic'
import type { DateTime } from 'luxon'

/**
 * What moves an affiliate's balance. A posting is booked at the instant that it was written, never at a day that
 * someone named (a sale may be reported late, a payment dated back), so nothing is ever added to what has passed.
 * It rests only on what never changes: a commission's frozen columns, a payout's amount once it is paid, events.
 */
export const postingKinds = [
  'lead',
  'sale',
  'renewal',
  'referral_share',
  'bonus',
  'adjustment',
  'reversal',
  'voided',
  'payout_paid',
  'payout_returned',
] as const

export type PostingKind = (typeof postingKinds)[number]

/** An amount is positive as it is stored; these take from the balance what a commission or payout was of. */
const TAKEN: readonly PostingKind[] = ['voided', 'payout_paid']

export interface Posting {
  at: string
  /** Of the row or event that it rests on: with the instant, its place among all. */
  id: string
  kind: PostingKind
  currency: string
  /** Minor units, signed: what it adds to the balance. */
  amount: number
  commission_id: string | null
  payout_id: string | null
  /** Why: a commission's explanation, a reason, a payment's reference. */
  text: string | null
}

/** From an instant (null: from the beginning) up to, and without, another. */
export interface Span {
  from: DateTime | null
  to: DateTime
}

const BRANCHES = [
  {
    at: 'commissions.created_at',
    id: 'commissions.id',
    columns: `commissions.kind as kind, commissions.currency as currency, commissions.amount as amount,
      commissions.id as commission_id, null as payout_id, commissions.explanation as text`,
    from: 'commissions where commissions.affiliate_id = ?',
  },
  {
    at: 'events.created_at',
    id: 'events.id',
    columns: `'voided' as kind, commissions.currency as currency, commissions.amount as amount,
      commissions.id as commission_id, null as payout_id, events.reason as text`,
    from: `commissions join events on events.subject_id = commissions.id and events.type = 'commission.voided'
      where commissions.affiliate_id = ? and commissions.state = 'voided'`,
  },
  {
    at: 'events.created_at',
    id: 'events.id',
    columns: `case when events.type = 'payout.paid' then 'payout_paid' else 'payout_returned' end as kind,
      payouts.currency as currency, payouts.amount as amount, null as commission_id, payouts.id as payout_id,
      case when events.type = 'payout.paid' then payouts.reference else events.reason end as text`,
    from: `payouts join events on events.subject_id = payouts.id and events.type in ('payout.paid', 'payout.returned')
      where payouts.affiliate_id = ?`,
  },
]

/** What was booked in a span, by currency and kind, in minor units, signed. */
export async function sumsOf(affiliateId: string, span: Span) {
  const rows: Pick<Posting, 'currency' | 'kind' | 'amount'>[] = await postingsOf(affiliateId, span)
    .groupBy('currency', 'kind')
    .select('currency', 'kind')
    .sum('amount as amount')
    .orderBy('currency')
  return rows.map(signed)
}

/** How many postings a span has. */
export async function countOf(affiliateId: string, span: Span): Promise<number> {
  const row = await postingsOf(affiliateId, span).count('* as count').first()
  return Number(row.count)
}

/** The postings of a span in the order of their booking, after one of them where it is given. */
export async function linesOf(
  affiliateId: string,
  span: Span,
  limit: number,
  after?: Pick<Posting, 'at' | 'id'>
): Promise<Posting[]> {
  const rows: Posting[] = await postingsOf(affiliateId, span)
    .if(after, (query) =>
      query.where((either) =>
        either
          .where('at', '>', after!.at)
          .orWhere((same) => same.where('at', after!.at).where('id', '>', after!.id))
      )
    )
    .orderBy('at')
    .orderBy('id')
    .limit(limit)
  return rows.map(signed)
}

/** The balance of each currency that these postings come to. */
export function addUp(postings: Pick<Posting, 'currency' | 'amount'>[]): Map<string, number> {
  const totals = new Map<string, number>()
  for (const { currency, amount } of postings)
    totals.set(currency, sum([totals.get(currency) ?? 0, amount]))
  return totals
}

function postingsOf(affiliateId: string, { from, to }: Span) {
  const parts = BRANCHES.map(
    (branch) =>
      `select ${branch.at} as at, ${branch.id} as id, ${branch.columns} from ${branch.from}
        and ${branch.at} < ?${from ? ` and ${branch.at} >= ?` : ''}`
  )
  const span = [to.toJSDate(), ...(from ? [from.toJSDate()] : [])]
  const bindings = BRANCHES.flatMap(() => [affiliateId, ...span])
  return db.from(db.raw(`(${parts.join(' union all ')}) as postings`, bindings) as never)
}

function signed<P extends { kind: PostingKind; amount: number }>(posting: P): P {
  const amount = minorUnits(posting.amount)
  return { ...posting, amount: TAKEN.includes(posting.kind) ? -amount : amount }
}
