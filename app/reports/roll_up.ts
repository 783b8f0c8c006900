import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { fromStored } from '#database/instants'
import Workspace from '#models/workspace'
import { countDay } from '#reports/count_day'
import { countedOf, setCounted } from '#tracking/counted'
import { dayOf, daysFrom } from '#tracking/rollup'

/** A change's commit may come this long after the instant that it says. */
const MARGIN = { minutes: 5 }

/** What is counted, and the instant that says on which day. None of these instants ever changes. */
const SOURCES = [
  { table: 'conversions', at: 'occurred_at' },
  { table: 'commissions', at: 'created_at' },
  { table: 'payouts', at: 'paid_at' },
] as const

/**
 * Counts conversions, revenue, commissions and payouts by day of each workspace's zone. Days on which something
 * changed since the last time are counted anew, each whole; a change of the zone counts all anew. Safe to repeat,
 * to be killed, and to run twice at once.
 */
export async function rollUpSums(): Promise<{ workspaces: number; days: number }> {
  let workspaces = 0
  let days = 0
  for (const workspace of await Workspace.query().select('id', 'timezone').orderBy('id')) {
    const counted = await rollUpSumsOf(workspace)
    if (counted > 0) workspaces++
    days += counted
  }
  return { workspaces, days }
}

/** Answers how many days were counted. */
export async function rollUpSumsOf({
  id,
  timezone,
}: Pick<Workspace, 'id' | 'timezone'>): Promise<number> {
  const before = await countedOf('sums', id)
  const until = clock.now().minus(MARGIN)
  const days =
    before?.zone === timezone
      ? await daysChangedSince(id, timezone, before.until)
      : await allDays(id, [timezone, before?.zone ?? timezone])

  for (const day of days) await countDay(id, timezone, day)
  if (days.length > 0 || before?.zone !== timezone)
    await setCounted('sums', id, before, { until, zone: timezone })
  return days.length
}

async function daysChangedSince(workspaceId: string, zone: string, since: DateTime) {
  const days = new Map<number, DateTime>()
  for (const { table, at } of SOURCES) {
    const rows: { hour: string }[] = await db
      .from(table)
      .where('workspace_id', workspaceId)
      .where('updated_at', '>=', since.toJSDate())
      .whereNotNull(at)
      .groupBy('hour')
      .select(hourOf(at))
    for (const { hour } of rows) {
      const begins = DateTime.fromSQL(`${hour}:00:00`, { zone: 'utc' })
      for (const day of [begins, begins.endOf('hour')].map((each) => dayOf(each, zone)))
        days.set(day.toMillis(), day)
    }
  }
  return [...days.values()].sort((one, other) => one.toMillis() - other.toMillis())
}

/** The hour of an instant in UTC: there are few, however many rows changed. A zone may cut it in two. */
function hourOf(column: string) {
  const isPostgres = db.connection().dialect.name === 'postgres'
  const hour = isPostgres
    ? `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD HH24')`
    : `substr(${column}, 1, 13)`
  return db.raw(`${hour} as hour`)
}

/**
 * From the first day with anything on it to the last, by whichever of the zones begins earlier and ends later: so
 * that nothing stays under the name that the zone before gave its day.
 */
async function allDays(workspaceId: string, zones: string[]): Promise<DateTime[]> {
  const instants: DateTime[] = [clock.now()]
  for (const { table, at } of SOURCES) {
    const row = await db
      .from(table)
      .where('workspace_id', workspaceId)
      .min(`${at} as first`)
      .max(`${at} as last`)
      .first()
    for (const each of [row.first, row.last]) if (each) instants.push(fromStored(each))
  }
  const named = instants.flatMap((instant) => zones.map((zone) => dayOf(instant, zone)))
  return daysFrom(DateTime.min(...named)!, DateTime.max(...named)!)
}
