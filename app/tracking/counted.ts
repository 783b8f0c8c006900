import db from '@adonisjs/lucid/services/db'
import { type DateTime } from 'luxon'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { fromStored, toStored } from '#database/instants'
import type { ClickRow } from '#tracking/click_row'

/** Up to when a workspace's clicks are counted by day, and in which zone. */
export interface Counted {
  until: DateTime
  zone: string
}

/** Null for a workspace that was never counted. */
export async function countedOf(workspaceId: string): Promise<Counted | null> {
  const row = await db.from('settings').where('key', keyOf(workspaceId)).select('value').first()
  if (!row) return null
  const { until, zone } = JSON.parse(row.value)
  return { until: fromStored(until), zone }
}

/** Moves the mark on, unless clicks came late meanwhile: then it stays, and they are counted next time. */
export async function setCounted(workspaceId: string, before: Counted | null, after: Counted) {
  await atomically(async () => {
    const now = await lockedOf(workspaceId)
    if (now?.value === (before ? valueOf(before) : undefined)) await write(workspaceId, after)
  })
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
    const now = await lockedOf(workspaceId)
    if (!now) return
    const { until, zone } = JSON.parse(now.value)
    if (to < fromStored(until)) await write(workspaceId, { until: to, zone })
  })
}

function lockedOf(workspaceId: string): Promise<{ value: string } | null> {
  return db.from('settings').where('key', keyOf(workspaceId)).select('value').forUpdate().first()
}

async function write(workspaceId: string, counted: Counted) {
  await db
    .insertQuery()
    .table('settings')
    .insert({
      key: keyOf(workspaceId),
      value: valueOf(counted),
      updated_at: clock.now().toJSDate(),
    })
    .onConflict('key')
    .merge()
}

function valueOf({ until, zone }: Counted) {
  return JSON.stringify({ until: toStored(until), zone })
}

function keyOf(workspaceId: string) {
  return `clicks_counted:${workspaceId}`
}
