import db from '@adonisjs/lucid/services/db'
import { IANAZone } from 'luxon'
import { firstInstantOf } from '#payouts/schedule'
import { changeInPercent } from '#money/arithmetic'
import type { DateTime } from 'luxon'
import type Workspace from '#models/workspace'

/** A day of the workspace's calendar: its midnight in UTC. */
type Day = DateTime

/** One sum of a bucket: a day of the chart, or -1, which is the days before it together. */
interface Row {
  bucket: number
  currency: string | null
  total: number
  number: number
}

/**
 * Clicks, conversions, revenue and commissions of the last days, today included, by day of the workspace's
 * zone, with their sums and how those changed against as many days before. Money in one currency.
 * Commissions stand on the day they were recorded.
 */
export async function chartOf(workspace: Workspace, today: Day, count: number, currency: string) {
  const days = Array.from({ length: count }, (_, at) => today.minus({ days: count - 1 - at }))
  const before = days[0].minus({ days: count })
  const zone = IANAZone.create(workspace.timezone)
  const starts = [before, ...days].map((day) => firstInstantOf(day, zone).toJSDate())

  const conversions = await conversionsBy(workspace, starts)
  const commissions = await commissionsBy(workspace, starts)
  const clicks = await clicksBy(workspace, before, days)

  const paidIn = (rows: Row[]) => rows.filter((row) => row.currency === currency)
  return {
    since: starts[1],
    labels: days.map((day) => day.toFormat('d LLL')),
    clicks: valuesOf(clicks, 'number', count),
    conversions: valuesOf(conversions, 'number', count),
    revenue: valuesOf(paidIn(conversions), 'total', count),
    commissions: valuesOf(paidIn(commissions), 'total', count),
  }
}

/** The values by day, their sum, and the change in percent against the days before; null where those had none. */
function valuesOf(rows: Row[], of: 'total' | 'number', count: number) {
  const values = Array.from({ length: count }, () => 0)
  let before = 0
  for (const row of rows) {
    if (row.bucket < 0) before += Number(row[of])
    else values[row.bucket] += Number(row[of])
  }
  const sum = values.reduce((one, other) => one + other, 0)
  return { values, sum, change: changeInPercent(before, sum) }
}

function conversionsBy({ id }: Workspace, [before, ...starts]: Date[]): Promise<Row[]> {
  return db
    .from('conversions')
    .where('workspace_id', id)
    .where('occurred_at', '>=', before)
    .groupBy('bucket', 'currency')
    .select('currency', bucketOf('occurred_at', starts))
    .sum('amount as total')
    .count('* as number')
}

function commissionsBy({ id }: Workspace, [before, ...starts]: Date[]): Promise<Row[]> {
  return db
    .from('commissions')
    .where('workspace_id', id)
    .where('created_at', '>=', before)
    .whereNot('state', 'voided')
    .groupBy('bucket', 'currency')
    .select('currency', bucketOf('created_at', starts))
    .sum('amount as total')
    .count('* as number')
}

/** From the daily counts, whose days are those of the zone already. */
async function clicksBy({ id }: Workspace, before: Day, days: Day[]): Promise<Row[]> {
  const counts: { day: string; clicks: number }[] = await db
    .from('daily_clicks')
    .where('workspace_id', id)
    .where('day', '>=', before.toISODate()!)
    .groupBy('day')
    .select('day')
    .sum('clicks as clicks')
  const dates = days.map((day) => day.toISODate()!)
  return counts.map(({ day, clicks }) => ({
    bucket: dates.indexOf(day),
    currency: null,
    total: 0,
    number: Number(clicks),
  }))
}

/** The day that an instant is in, by the instants at which the days start; -1 before the first. */
function bucketOf(column: string, starts: Date[]) {
  const cases = starts.map((_, index) => `when ${column} < ? then ${index - 1}`).join(' ')
  return db.raw(`case ${cases} else ${starts.length - 1} end as bucket`, starts)
}
