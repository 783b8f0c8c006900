import db from '@adonisjs/lucid/services/db'
import Payout from '#models/payout'
import type PayoutRun from '#models/payout_run'
import type { LeftOutReason, MethodKind, PayoutState } from '#models/types'
import type { ChainableContract } from '@adonisjs/lucid/types/querybuilder'

/** How many payouts, and how much together, in minor units. */
export interface Figure {
  count: number
  amount: number
}

export interface Review {
  methods: (Figure & { method: MethodKind })[]
  states: Partial<Record<PayoutState, Figure>>
  marks: Record<Mark, Figure>
  /** Commissions taken back that payouts of this run are less by. */
  carried: Figure
  leftOut: (Figure & { reason: LeftOutReason })[]
}

/** What a reviewer looks at first, each a condition on a run's payouts. */
const marks = { first, changed, negative, attention }

export type Mark = keyof typeof marks

/** The figures of a run: totals, and what stands out. The same few queries for a run of any size. */
export async function reviewOf(run: PayoutRun): Promise<Review> {
  const [firsts, changes, negatives, attentions] = [
    await figureOf(run, 'first'),
    await figureOf(run, 'changed'),
    await figureOf(run, 'negative'),
    await figureOf(run, 'attention'),
  ]
  return {
    methods: await byMethod(run),
    states: await byState(run),
    marks: { first: firsts, changed: changes, negative: negatives, attention: attentions },
    carried: await carriedIn(run),
    leftOut: await byReason(run),
  }
}

/** The payouts that count in a run: in a canceled one all, else those that were not taken out. */
export function payoutsOf(run: PayoutRun, mark?: Mark) {
  const query = Payout.query().where('payouts.run_id', run.id)
  return narrow(query, run, mark)
}

/** Which of these payouts carry each mark. */
export async function marksOf(run: PayoutRun, ids: string[]): Promise<Map<string, Mark[]>> {
  const found = new Map<string, Mark[]>(ids.map((id) => [id, []]))
  for (const mark of Object.keys(marks) as Mark[]) {
    const rows = await counted(run, mark).whereIn('payouts.id', ids).select('payouts.id')
    for (const { id } of rows) found.get(id)!.push(mark)
  }
  return found
}

/** What each of these affiliates was paid the last time before this run, in its currency. */
export async function lastPaid(run: PayoutRun, affiliateIds: string[]) {
  const rows = await db
    .from('payouts')
    .whereIn('affiliate_id', affiliateIds)
    .where({ currency: run.currency, state: 'paid' })
    .where('run_id', '<', run.id)
    .groupBy('affiliate_id')
    .max('id as id')
  const payouts = await Payout.query().whereIn(
    'id',
    rows.map(({ id }) => id)
  )
  return new Map(payouts.map((payout) => [payout.affiliateId, payout]))
}

export function isMark(word: unknown): word is Mark {
  return typeof word === 'string' && Object.hasOwn(marks, word)
}

/** Nothing was ever paid to them before this run. */
function first(query: ChainableContract) {
  query.whereNotExists(paidBefore)
}

/** Where it goes was changed since they were paid last (and before this was approved, which froze it). */
function changed(query: ChainableContract) {
  query.whereExists(paidBefore).whereExists((method) => {
    method
      .from('payout_methods')
      .whereColumn('payout_methods.affiliate_id', 'payouts.affiliate_id')
      .where((open) => {
        open
          .whereNull('payouts.approved_at')
          .orWhereColumn('payout_methods.changed_at', '<=', 'payouts.approved_at')
      })
      .whereNotExists((before: ChainableContract) => {
        paidBefore(before)
        before.whereColumn('earlier.approved_at', '>=', 'payout_methods.changed_at')
      })
  })
}

/** Something that was paid before is taken back in it. */
function negative(query: ChainableContract) {
  query.whereExists((lines) => {
    lines
      .from('payout_lines')
      .whereColumn('payout_lines.payout_id', 'payouts.id')
      .where('payout_lines.amount', '<', 0)
      .whereNull('payout_lines.released_at')
  })
}

/** Something came up after it was put into the run. */
function attention(query: ChainableContract) {
  query.whereNotNull('payouts.attention')
}

function paidBefore(query: ChainableContract) {
  query
    .from('payouts as earlier')
    .whereColumn('earlier.affiliate_id', 'payouts.affiliate_id')
    .whereColumn('earlier.run_id', '<', 'payouts.run_id')
    .where('earlier.state', 'paid')
}

function counted(run: PayoutRun, mark?: Mark) {
  return narrow(db.from('payouts').where('payouts.run_id', run.id), run, mark)
}

function narrow<Q extends ChainableContract>(query: Q, run: PayoutRun, mark?: Mark): Q {
  if (run.state !== 'canceled') query.whereNot('payouts.state', 'canceled')
  if (mark) marks[mark](query)
  return query
}

async function figureOf(run: PayoutRun, mark: Mark): Promise<Figure> {
  return figure(await counted(run, mark).sum('amount as amount').count('* as count').first())
}

async function byMethod(run: PayoutRun) {
  const rows = await counted(run)
    .groupBy('method')
    .select('method')
    .sum('amount as amount')
    .count('* as count')
    .orderBy('method')
  return rows.map((row) => ({ method: row.method as MethodKind, ...figure(row) }))
}

async function byState(run: PayoutRun): Promise<Review['states']> {
  const rows = await db
    .from('payouts')
    .where('run_id', run.id)
    .groupBy('state')
    .select('state')
    .sum('amount as amount')
    .count('* as count')
  return Object.fromEntries(rows.map((row) => [row.state, figure(row)]))
}

async function carriedIn(run: PayoutRun): Promise<Figure> {
  const row = await db
    .from('payout_lines')
    .join('payouts', 'payouts.id', 'payout_lines.payout_id')
    .where('payouts.run_id', run.id)
    .where('payout_lines.amount', '<', 0)
    .whereNull('payout_lines.released_at')
    .sum('payout_lines.amount as amount')
    .count('* as count')
    .first()
  return figure(row)
}

async function byReason(run: PayoutRun) {
  const rows = await db
    .from('left_outs')
    .where('run_id', run.id)
    .groupBy('reason')
    .select('reason')
    .sum('amount as amount')
    .count('* as count')
    .orderBy('reason')
  return rows.map((row) => ({ reason: row.reason as LeftOutReason, ...figure(row) }))
}

function figure(row: { amount: unknown; count: unknown }): Figure {
  return { count: Number(row.count), amount: Number(row.amount ?? 0) }
}
