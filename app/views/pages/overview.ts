import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'
import Affiliate from '#models/affiliate'
import type { DateTime } from 'luxon'
import type Workspace from '#models/workspace'

const DAYS = 30

/** What needs a person, the money by state and currency, and the last thirty days. */
export async function overviewPage(workspace: Workspace) {
  const since = clock
    .now()
    .setZone(workspace.timezone)
    .startOf('day')
    .minus({ days: DAYS - 1 })
  return {
    needs: await whatNeedsSomeone(workspace),
    money: await moneyByState(workspace),
    chart: await lastDays(workspace, since),
    top: await topAffiliates(workspace, since),
    empty: !(await workspace.related('campaigns').query().first()),
  }
}

async function whatNeedsSomeone({ id }: Workspace) {
  const count = async (table: string, states: string[]) => {
    const row = await db
      .from(table)
      .where('workspace_id', id)
      .whereIn('state', states)
      .count('* as total')
      .first()
    return Number(row.total)
  }
  return {
    held: await count('commissions', ['held']),
    runsToApprove: await count('payout_runs', ['awaiting_approval']),
    runsToPay: await count('payout_runs', ['approved', 'processing']),
    failedPayouts: await count('payouts', ['failed', 'returned']),
    affiliatesToApprove: await count('affiliates', ['pending']),
  }
}

async function moneyByState({ id }: Workspace) {
  const rows: { currency: string; state: string; total: number }[] = await db
    .from('commissions')
    .where('workspace_id', id)
    .whereNot('state', 'voided')
    .groupBy('currency', 'state')
    .select('currency', 'state')
    .sum('amount as total')
    .orderBy('currency')
  const of = (state: string) =>
    rows
      .filter((row) => row.state === state)
      .map(({ currency, total }) => ({ currency, amount: Number(total) }))
  return {
    held: of('held'),
    pending: of('pending'),
    due: of('due'),
    processing: of('processing'),
    paid: of('paid'),
  }
}

type Since = DateTime

/** Per day of the workspace's zone: clicks from the daily counts, conversions and commissions from their rows. */
async function lastDays(workspace: Workspace, since: Since) {
  const days = Array.from({ length: DAYS }, (_, at) => since.plus({ days: at }).toISODate()!)
  const clicks: { day: string; total: number }[] = await db
    .from('daily_clicks')
    .where('workspace_id', workspace.id)
    .where('day', '>=', days[0])
    .groupBy('day')
    .select('day')
    .sum('clicks as total')
  const clicksOf = new Map(clicks.map(({ day, total }) => [day, Number(total)]))

  const conversions = await workspace
    .related('conversions')
    .query()
    .where('occurred_at', '>=', since.toJSDate())
    .select('occurred_at', 'affiliate_id')
  const conversionsOf = new Map<string, number>()
  for (const { occurredAt } of conversions) {
    const day = occurredAt.setZone(workspace.timezone).toISODate()!
    conversionsOf.set(day, (conversionsOf.get(day) ?? 0) + 1)
  }
  return {
    days,
    clicks: days.map((day) => clicksOf.get(day) ?? 0),
    conversions: days.map((day) => conversionsOf.get(day) ?? 0),
  }
}

/** Who earned most lately, per currency. */
async function topAffiliates(workspace: Workspace, since: Since) {
  const rows: { affiliate_id: string; currency: string; total: number }[] = await db
    .from('commissions')
    .where('workspace_id', workspace.id)
    .whereNot('state', 'voided')
    .where('created_at', '>=', since.toJSDate())
    .groupBy('affiliate_id', 'currency')
    .select('affiliate_id', 'currency')
    .sum('amount as total')
    .orderBy('total', 'desc')
    .limit(8)
  const affiliates = await Affiliate.query().whereIn(
    'id',
    rows.map((row) => row.affiliate_id)
  )
  const byId = new Map(affiliates.map((affiliate) => [affiliate.id, affiliate]))
  return rows.map(({ affiliate_id: id, currency, total }) => ({
    affiliate: byId.get(id)!,
    currency,
    amount: Number(total),
  }))
}
