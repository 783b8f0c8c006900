import db from '@adonisjs/lucid/services/db'
import Payout from '#models/payout'
import { minorUnits, sum } from '#money/arithmetic'
import { has, marks, takenBack, type Mark } from '#views/pages/run_marks'
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
  const marked = (some: readonly Mark[]) =>
    counted.filter((group) => some.some((mark) => group.marks.includes(mark)))
  const takingBack = marked(['negative'])
  return {
    methods: figuresBy('method', counted).map(([method, one]) => ({ method, ...one })),
    states: Object.fromEntries(figuresBy('state', groups)),
    marks: Object.fromEntries(
      marks.map((mark) => [mark, together(marked([mark]))])
    ) as Review['marks'],
    standOut: together(marked(standOut)),
    carried: together(takingBack.map(({ count, takenBack: amount }) => ({ count, amount }))),
    leftOut: await byReason(run),
  }
}

/** The payouts that count in a run: in a canceled one all, else those that were not taken out. */
export function payoutsOf(run: PayoutRun, mark?: Mark) {
  return Payout.query()
    .where('payouts.run_id', run.id)
    .if(run.state !== 'canceled', (query) => query.whereNot('payouts.state', 'canceled'))
    .if(mark, (query) => query.whereRaw(has(mark!)))
}

/** What each of these affiliates was paid the last time before this run, in its currency and minor units. */
export async function lastPaid(run: PayoutRun, affiliateIds: string[]) {
  const last = db
    .from('payouts')
    .whereIn('affiliate_id', affiliateIds)
    .whereRaw(`state = 'paid'`)
    .where('currency', run.currency)
    .where('run_id', '<', run.id)
    .groupBy('affiliate_id')
    .max('id')
  const rows = await db.from('payouts').whereIn('id', last).select('affiliate_id', 'amount')
  return new Map<string, number>(
    rows.map(({ affiliate_id: id, amount }) => [id, minorUnits(amount)])
  )
}

interface Group extends Figure {
  method: MethodKind
  state: PayoutState
  marks: Mark[]
  takenBack: number
}

/** Counts and sums of a run's payouts that are alike in method, state and marks. */
async function groupsOf(run: PayoutRun): Promise<Group[]> {
  const alike = ['method', 'state', 'marks', 'attention']
  const rows = await db
    .from('payouts')
    .where('run_id', run.id)
    .groupBy(alike)
    .select(alike)
    .count('* as count')
    .sum('amount as amount')
    .select(db.raw(`sum(${takenBack}) as taken_back`))
    .orderBy(alike)
  return rows.map((row) => ({
    method: row.method,
    state: row.state,
    marks: [...JSON.parse(row.marks), ...(row.attention === null ? [] : ['attention'])],
    takenBack: minorUnits(row.taken_back),
    ...figure(row),
  }))
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
    count: sum(groups.map(({ count }) => count)),
    amount: sum(groups.map(({ amount }) => amount)),
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
