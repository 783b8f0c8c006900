import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'
import Affiliate from '#models/affiliate'
import { chartOf } from '#views/pages/overview_chart'
import { firstSteps } from '#views/pages/overview_steps'
import { sampleOf } from '#demo/sample'
import { whatNeedsSomeone } from '#views/pages/overview_needs'
import { minorUnits } from '#money/arithmetic'
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
  const sums = await moneyByState(workspace)
  const currencies = [...new Set([workspace.currency, ...sums.all.map((sum) => sum.currency)])]
  const shown = currencies.find((each) => each === currency) ?? workspace.currency
  return {
    needs: await whatNeedsSomeone(workspace, sums.of('held')),
    sums,
    currencies,
    currency: shown,
    chart: await chartOf(workspace, period, shown),
    top: await topAffiliates(workspace, shown, period),
    steps: await firstSteps(workspace),
    sample: await sampleOf(workspace),
  }
}

async function moneyByState({ id, currency: own }: Workspace) {
  const rows: { currency: string; state: CommissionState; total: number; number: number }[] =
    await db
      .from('commissions')
      .where('workspace_id', id)
      .whereNot('state', 'voided')
      .groupBy('currency', 'state')
      .select('currency', 'state')
      .sum('amount as total')
      .count('* as number')
      .orderBy('currency')
  const ownFirst = rows.toSorted(
    (one, other) => Number(other.currency === own) - Number(one.currency === own)
  )
  return {
    all: ownFirst.map(({ currency, total }) => ({ currency, amount: minorUnits(total) })),
    of: (state: CommissionState): Sum[] =>
      ownFirst
        .filter((row) => row.state === state)
        .map(({ currency, total }) => ({ currency, amount: minorUnits(total) })),
    count: (state: CommissionState) =>
      rows.filter((row) => row.state === state).reduce((sum, row) => sum + Number(row.number), 0),
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
