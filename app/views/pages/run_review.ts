import db from '@adonisjs/lucid/services/db'
import Payout from '#models/payout'
import { minorUnits, sum } from '#money/arithmetic'
import { marked, marks, type Mark } from '#views/pages/run_marks'
import type PayoutRun from '#models/payout_run'
import type { LeftOutReason, MethodKind, PayoutState } from '#models/types'

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
  /** What is taken back in payouts of this run, in minor units below zero, and in how many. */
  carried: Figure
  leftOut: (Figure & { reason: LeftOutReason })[]
}

/** Taking money back is no reason to look twice. */
const standOut = marks.filter((mark) => mark !== 'negative')

/** The figures of a run: totals, and what stands out. It goes through its payouts once. */
export async function reviewOf(run: PayoutRun): Promise<Review> {
  const groups = await groupsOf(run)
  const counted = groups.filter(({ state }) => run.state === 'canceled' || state !== 'canceled')
  const takingBack = counted.filter(({ negative }) => negative === 1)
  return {
    methods: figuresBy('method', counted).map(([method, one]) => ({ method, ...one })),
    states: Object.fromEntries(figuresBy('state', groups)),
    marks: Object.fromEntries(
      marks.map((mark) => [mark, together(counted.filter((group) => group[mark] === 1))])
    ) as Review['marks'],
    standOut: together(counted.filter((group) => standOut.some((mark) => group[mark] === 1))),
    carried: together(takingBack.map((group) => ({ ...group, amount: group.taken_back ?? 0 }))),
    leftOut: await byReason(run),
  }
}

/** The payouts that count in a run: in a canceled one all, else those that were not taken out. */
export function payoutsOf(run: PayoutRun, mark?: Mark) {
  return Payout.query()
    .where('payouts.run_id', run.id)
    .if(run.state !== 'canceled', (query) => query.whereNot('payouts.state', 'canceled'))
    .if(mark, (query) =>
      query.whereIn('payouts.id', db.from(marked(run).as('marked')).where(mark!, 1).select('id'))
    )
}

/** The marks of each of these payouts, and what is taken back in it. */
export async function marksOf(run: PayoutRun, ids: string[]) {
  const rows = await marked(run, ids)
  return new Map<string, { marks: Mark[]; takenBack: number }>(
    rows.map((row) => [
      row.id,
      { marks: marks.filter((mark) => row[mark] === 1), takenBack: minorUnits(row.taken_back) },
    ])
  )
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

interface Group extends Figure, Record<Mark, number> {
  method: MethodKind
  state: PayoutState
  taken_back: number | null
}

/** Counts and sums of a run's payouts that are alike in method, state and marks. */
function groupsOf(run: PayoutRun): Promise<Group[]> {
  const alike = ['method', 'state', ...marks]
  return db
    .query()
    .withMaterialized('marked', marked(run) as never)
    .from('marked')
    .groupBy(alike)
    .select(alike)
    .orderBy('method')
    .count('* as count')
    .sum('amount as amount')
    .sum('taken_back as taken_back')
}

function figuresBy<Name extends 'method' | 'state'>(name: Name, groups: Group[]) {
  const values = [...new Set(groups.map((group) => group[name]))]
  return values.map((value) => {
    const those = groups.filter((group) => group[name] === value)
    return [value, together(those)] as [Group[Name], Figure]
  })
}

function together(groups: Figure[]): Figure {
  return {
    count: sum(groups.map(({ count }) => Number(count))),
    amount: sum(groups.map(({ amount }) => minorUnits(amount))),
  }
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
