import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import Affiliate from '#models/affiliate'
import { chartOf } from '#views/pages/overview_chart'
import { firstSteps } from '#views/pages/overview_steps'
import { sampleOf } from '#demo/sample'
import { whatNeedsSomeone } from '#views/pages/overview_needs'
import { minorUnits } from '#money/arithmetic'
import type { CommissionState } from '#models/types'
import type Workspace from '#models/workspace'

const DAYS = 30

export interface Sum {
  currency: string
  amount: number
}

/** What needs a person, the money by state and currency, and the last thirty days; `currency` is that of the chart. */
export async function overviewPage(workspace: Workspace, currency?: unknown) {
  const { year, month, day } = clock.now().setZone(workspace.timezone)
  const today = DateTime.utc(year, month, day)
  const sums = await moneyByState(workspace)
  const currencies = [...new Set([workspace.currency, ...sums.all.map((sum) => sum.currency)])]
  const shown = currencies.find((each) => each === currency) ?? workspace.currency
  const chart = await chartOf(workspace, today, DAYS, shown)
  return {
    needs: await whatNeedsSomeone(workspace, sums.of('held')),
    sums,
    currencies,
    currency: shown,
    chart,
    top: await topAffiliates(workspace, shown, chart.since),
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

/** Who earned most lately in a currency, and by how many commissions. */
async function topAffiliates(workspace: Workspace, currency: string, since: Date) {
  const rows: { affiliate_id: string; total: number; number: number }[] = await db
    .from('commissions')
    .where({ workspace_id: workspace.id, currency })
    .where('created_at', '>=', since)
    .whereNot('state', 'voided')
    .groupBy('affiliate_id')
    .select('affiliate_id')
    .sum('amount as total')
    .select(db.raw('sum(case when amount > 0 then 1 else 0 end) as number'))
    .orderBy('total', 'desc')
    .limit(8)
  const affiliates = await Affiliate.query().whereIn(
    'id',
    rows.map((row) => row.affiliate_id)
  )
  const byId = new Map(affiliates.map((affiliate) => [affiliate.id, affiliate]))
  return rows.map((row) => ({
    affiliate: byId.get(row.affiliate_id)!,
    amount: minorUnits(row.total),
    commissions: Number(row.number),
  }))
}
