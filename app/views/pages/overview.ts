import db from '@adonisjs/lucid/services/db'
import { atOnce } from '#core/at_once'
import { clock } from '#core/clock'
import { currenciesEarned } from '#ledger/currencies'
import Affiliate from '#models/affiliate'
import { ownFirst } from '#views/pages/amounts'
import { chartOf } from '#views/pages/overview_chart'
import { firstSteps } from '#views/pages/overview_steps'
import { sampleOf } from '#demo/sample'
import { whatNeedsSomeone } from '#views/pages/overview_needs'
import { minorUnits, sum } from '#money/arithmetic'
import { moneyIn } from '#reports/figures'
import { topOf } from '#reports/report'
import { dayOf } from '#tracking/rollup'
import type { CommissionState } from '#models/types'
import type { Period } from '#reports/period'
import type Workspace from '#models/workspace'

const DAYS = 30
const TOP = 8

export interface Sum {
  currency: string
  amount: number
}

/** What needs a person, the money by state and currency, and the last thirty days; `currency` is that of the chart. */
export async function overviewPage(workspace: Workspace, currency?: unknown) {
  const today = dayOf(clock.now(), workspace.timezone)
  const period = { from: today.minus({ days: DAYS - 1 }), to: today }
  const shown = await currencyShown(workspace, currency)
  const { money, ...others } = await atOnce({
    money: () => moneyAndNeeds(workspace),
    chart: () => chartOf(workspace, period, shown),
    top: () => topAffiliates(workspace, shown, period),
    steps: () => firstSteps(workspace),
    sample: () => sampleOf(workspace),
  })
  const earned = money.sums.all.map((each) => each.currency).sort()
  return {
    ...money,
    ...others,
    currency: shown,
    currencies: [...new Set([workspace.currency, ...earned, shown])],
  }
}

/** The one asked for, else the workspace's own, as long as something was earned in it: a chart of nothing tells nobody. */
async function currencyShown(workspace: Workspace, asked: unknown): Promise<string> {
  const earned = await currenciesEarned(workspace.id)
  const shown = [asked, workspace.currency].find((each) => earned.some((code) => code === each))
  return typeof shown === 'string' ? shown : (earned[0] ?? workspace.currency)
}

async function moneyAndNeeds(workspace: Workspace) {
  const sums = await moneyByState(workspace)
  return { sums, needs: await whatNeedsSomeone(workspace, sums) }
}

/** By state, and in each the workspace's own currency first. */
export type MoneyByState = Awaited<ReturnType<typeof moneyByState>>

/** Of voided ones, too, and in the order of commissions_sums_index, which is so read once, without sorting. */
async function moneyByState(workspace: Workspace) {
  const all: { currency: string; state: CommissionState; total: number; number: number }[] =
    await db
      .from('commissions')
      .where('workspace_id', workspace.id)
      .groupBy('state', 'currency')
      .select('state', 'currency')
      .sum('amount as total')
      .count('* as number')
      .orderBy('state')
      .orderBy('currency')
  const rows = all.filter(({ state }) => state !== 'voided').toSorted(ownFirst(workspace))
  const sumsOf = (some: typeof rows): Sum[] =>
    some.map(({ currency, total }) => ({ currency, amount: minorUnits(total) }))
  const inState = (state: CommissionState) => rows.filter((row) => row.state === state)
  return {
    all: sumsOf(rows),
    of: (state: CommissionState) => sumsOf(inState(state)),
    count: (state: CommissionState) => sum(inState(state).map(({ number }) => Number(number))),
  }
}

/** Who earned most lately in a currency, and by how many conversions. */
async function topAffiliates(workspace: Workspace, currency: string, period: Period) {
  const ranked = await topOf(workspace, period, 'affiliate', currency, {})
  const earners = ranked
    .map(({ id, figures }) => ({ id, ...figures, amount: moneyIn(figures, currency).commissions }))
    .filter(({ id, amount }) => id !== '' && amount !== 0)
    .slice(0, TOP)
  const affiliates = await Affiliate.query().whereIn(
    'id',
    earners.map(({ id }) => id)
  )
  const byId = new Map(affiliates.map((affiliate) => [affiliate.id, affiliate]))
  return earners.map(({ id, amount, conversions }) => ({
    affiliate: byId.get(id)!,
    amount,
    conversions,
  }))
}
