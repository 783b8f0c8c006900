import db from '@adonisjs/lucid/services/db'
import { DateTime, IANAZone } from 'luxon'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { firstIdAt } from '#core/ids'
import { fromStored } from '#database/instants'
import Workspace from '#models/workspace'
import { firstInstantOf } from '#payouts/schedule'
import { countedOf, setCounted, type Counted } from '#tracking/counted'

/** A click's commit may come this long after its instant. */
const MARGIN = { minutes: 5 }

/** A day of a workspace's calendar: kept as its midnight in UTC. */
type Day = DateTime

/**
 * Counts clicks by link and day of each workspace's zone. Today and yesterday are counted anew, and the days of
 * clicks that came late; a change of the zone counts all anew. Safe to repeat and to run twice at once.
 */
export async function rollUpClicks(): Promise<{ workspaces: number; days: number }> {
  let workspaces = 0
  let days = 0
  for (const workspace of await Workspace.query().select('id', 'timezone').orderBy('id')) {
    const counted = await rollUpWorkspace(workspace)
    if (counted > 0) workspaces++
    days += counted
  }
  return { workspaces, days }
}

/** Answers how many days were counted. */
export async function rollUpWorkspace({
  id,
  timezone,
}: Pick<Workspace, 'id' | 'timezone'>): Promise<number> {
  const before = await countedOf('clicks', id)
  const until = clock.now().minus(MARGIN)
  if (before?.zone === timezone && !(await hasClicksSince(id, before.until))) return 0

  const days = daysFrom(await firstDayToCount(id, timezone, before), dayOf(clock.now(), timezone))
  for (const day of days) await countDay(id, timezone, day)
  await setCounted('clicks', id, before, { until, zone: timezone })
  return days.length
}

async function hasClicksSince(workspaceId: string, since: DateTime) {
  const click = db
    .from('clicks')
    .where('workspace_id', workspaceId)
    .where('id', '>=', firstIdAt('clk', since.toMillis()))
  return (await click.select('id').first()) !== null
}

/**
 * Never before the oldest click that is stored: the days before it were pruned, and their counts stay. After a
 * change of the zone also what the old zone called its day, so that it is not counted under two names.
 */
async function firstDayToCount(
  workspaceId: string,
  zone: string,
  before: Counted | null
): Promise<Day> {
  const row = await db
    .from('clicks')
    .where('workspace_id', workspaceId)
    .orderBy('id')
    .select('created_at')
    .first()
  const oldest = row ? fromStored(row.created_at) : clock.now()
  if (!before) return dayOf(oldest, zone)
  if (before.zone !== zone) return DateTime.min(dayOf(oldest, zone), dayOf(oldest, before.zone))

  const sinceThen = DateTime.min(before.until, clock.now().minus({ days: 1 }))
  return dayOf(DateTime.max(oldest, sinceThen), zone)
}

async function countDay(workspaceId: string, zone: string, day: Day) {
  const [begin, end] = [day, day.plus({ days: 1 })].map((midnight) =>
    firstInstantOf(midnight, IANAZone.create(zone))
  )
  const name = day.toISODate()
  await atomically(async () => {
    await db.from('daily_clicks').where({ workspace_id: workspaceId, day: name }).delete()
    await db.rawQuery(
      `insert into daily_clicks (link_id, day, workspace_id, affiliate_id, campaign_id, clicks, marked)
       select link_id, ?, workspace_id, max(affiliate_id), max(campaign_id),
         sum(case when mark is null then 1 else 0 end), sum(case when mark is null then 0 else 1 end)
       from clicks where workspace_id = ? and id >= ? and id < ?
       group by link_id, workspace_id
       on conflict (link_id, day) do update set clicks = excluded.clicks, marked = excluded.marked`,
      [name!, workspaceId, ...[begin, end].map((at) => firstIdAt('clk', at.toMillis()))]
    )
  })
}

/** Each day from the first to the last. */
export function daysFrom(first: Day, last: Day): Day[] {
  const days: Day[] = []
  for (let day = first; day <= last; day = day.plus({ days: 1 })) days.push(day)
  return days
}

export function dayOf(instant: DateTime, zone: string): Day {
  const { year, month, day } = instant.setZone(zone)
  return DateTime.utc(year, month, day)
}
