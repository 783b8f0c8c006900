import db from '@adonisjs/lucid/services/db'
import { type DateTime } from 'luxon'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { fromStored, toStored } from '#database/instants'
import type { ClickRow } from '#tracking/click_row'

/** What is counted by day. */
type What = 'clicks' | 'sums'

/** Up to when something of a workspace is counted by day, and in which zone. */
export interface Counted {
  until: DateTime
  zone: string
}

/** Null for a workspace that was never counted. */
export async function countedOf(what: What, workspaceId: string): Promise<Counted | null> {
  const row = await db
    .from('settings')
    .where('key', keyOf(what, workspaceId))
    .select('value')
    .first()
  if (!row) return null
  const { until, zone } = JSON.parse(row.value)
  return { until: fromStored(until), zone }
}

/** Moves the mark on, unless it was moved meanwhile, as by clicks that came late: then it stays, and they are counted next time. */
export async function setCounted(
  what: What,
  workspaceId: string,
  before: Counted | null,
  after: Counted
) {
  await atomically(async () => {
    const now = await lockedOf(what, workspaceId)
    if (now?.value === (before ? valueOf(before) : undefined)) await write(what, workspaceId, after)
  })
}

/** Forgets what is counted, so that the next roll counts all that is stored anew. */
export async function countAllAnew(workspaceId: string) {
  const keys = [keyOf('clicks', workspaceId), keyOf('sums', workspaceId)]
  await db.from('settings').whereIn('key', keys).delete()
}

/** These clicks came after their day may have been counted. */
export async function countAgainFrom(rows: ClickRow[]) {
  const earliest = new Map<string, string>()
  for (const row of rows) {
    const [workspaceId, at] = [row[1], row.at(-1)!]
    if (at < (earliest.get(workspaceId) ?? '~')) earliest.set(workspaceId, at)
  }
  for (const [workspaceId, at] of earliest) await moveBack(workspaceId, fromStored(at))
}

async function moveBack(workspaceId: string, to: DateTime) {
  await atomically(async () => {
    const now = await lockedOf('clicks', workspaceId)
    if (!now) return
    const { until, zone } = JSON.parse(now.value)
    if (to < fromStored(until)) await write('clicks', workspaceId, { until: to, zone })
  })
}

function lockedOf(what: What, workspaceId: string): Promise<{ value: string } | null> {
  return db
    .from('settings')
    .where('key', keyOf(what, workspaceId))
    .select('value')
    .forUpdate()
    .first()
}

async function write(what: What, workspaceId: string, counted: Counted) {
  await db
    .insertQuery()
    .table('settings')
    .insert({
      key: keyOf(what, workspaceId),
      value: valueOf(counted),
      updated_at: clock.now().toJSDate(),
    })
    .onConflict('key')
    .merge()
}

function valueOf({ until, zone }: Counted) {
  return JSON.stringify({ until: toStored(until), zone })
}

function keyOf(what: What, workspaceId: string) {
  return `${what}_counted:${workspaceId}`
}
