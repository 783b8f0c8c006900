import db from '@adonisjs/lucid/services/db'
import Payout from '#models/payout'
import { minorUnits } from '#money/arithmetic'
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
  /** Payouts with any mark that a reviewer should look at. */
  standOut: Figure
  /** Commissions taken back that payouts of this run are less by. */
  carried: Figure
  leftOut: (Figure & { reason: LeftOutReason })[]
}

/** What a reviewer looks at first, each a condition on a run's payouts. */
const marks = { first, changed, jump, negative, attention }

export type Mark = keyof typeof marks

/** The figures of a run: totals, and what stands out. The same few queries for a run of any size. */
export async function reviewOf(run: PayoutRun): Promise<Review> {
  return {
    methods: await byMethod(run),
    states: await byState(run),
    marks: {
      first: await figureOf(run, 'first'),
      changed: await figureOf(run, 'changed'),
      jump: await figureOf(run, 'jump'),
      negative: await figureOf(run, 'negative'),
      attention: await figureOf(run, 'attention'),
    },
    standOut: await standOutOf(run),
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

/** What is taken back in each of these payouts, in minor units below zero. */
export async function takenBackIn(ids: string[]): Promise<Map<string, number>> {
  const rows = await db
    .from('payout_lines')
    .whereIn('payout_id', ids)
    .where('amount', '<', 0)
    .whereNull('released_at')
    .groupBy('payout_id')
    .select('payout_id')
    .sum('amount as amount')
  return new Map(rows.map((row) => [row.payout_id, minorUnits(row.amount)]))
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

/** It is three times what they were paid the last time, or more. */
function jump(query: ChainableContract) {
  query.whereExists((last) => {
    last
      .from('payouts as earlier')
      .whereColumn('earlier.affiliate_id', 'payouts.affiliate_id')
      .whereColumn('earlier.currency', 'payouts.currency')
      .whereColumn('earlier.run_id', '<', 'payouts.run_id')
      .where('earlier.state', 'paid')
      .whereRaw('payouts.amount >= 3 * earlier.amount')
      .whereNotExists((later: ChainableContract) => {
        later
          .from('payouts as later')
          .whereColumn('later.affiliate_id', 'payouts.affiliate_id')
          .whereColumn('later.currency', 'payouts.currency')
          .whereColumn('later.run_id', '<', 'payouts.run_id')
          .whereColumn('later.run_id', '>', 'earlier.run_id')
          .where('later.state', 'paid')
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

async function standOutOf(run: PayoutRun): Promise<Figure> {
  const query = counted(run).where((any) => {
    for (const mark of [first, changed, jump, attention])
      any.orWhere((one: ChainableContract) => mark(one))
  })
  return figure(await query.sum('amount as amount').count('* as count').first())
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

function figure(row: { amount: number | null; count: unknown }): Figure {
  return { count: Number(row.count), amount: minorUnits(row.amount) }
}
