import db from '@adonisjs/lucid/services/db'
import { IANAZone } from 'luxon'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { firstIdAt } from '#core/ids'
import Workspace from '#models/workspace'
import { firstInstantOf } from '#payouts/schedule'
import { dayOf, rollUpWorkspace } from '#tracking/rollup'

const CHUNK = 1_000

/**
 * Deletes clicks that are older than their workspace keeps them, whole days of its zone at a time, after they
 * were counted; the counts stay.
 */
export async function pruneClicks(): Promise<{ pruned: number }> {
  let pruned = 0
  for (const workspace of await Workspace.query().orderBy('id')) {
    pruned += await pruneWorkspace(workspace)
  }
  return { pruned }
}

async function pruneWorkspace(workspace: Workspace): Promise<number> {
  await rollUpWorkspace(workspace)
  const today = dayOf(clock.now(), workspace.timezone)
  const oldest = today.minus({ days: workspace.clickRetentionDays })
  const before = firstInstantOf(oldest, IANAZone.create(workspace.timezone))

  let pruned = 0
  for (;;) {
    const deleted = await atomically(() => deleteChunk(workspace.id, before.toMillis()))
    pruned += deleted
    if (deleted < CHUNK) return pruned
  }
}

async function deleteChunk(workspaceId: string, before: number): Promise<number> {
  const rows = await db
    .from('clicks')
    .where('workspace_id', workspaceId)
    .where('id', '<', firstIdAt('clk', before))
    .orderBy('id')
    .limit(CHUNK)
    .select('id')
  await db
    .from('clicks')
    .whereIn(
      'id',
      rows.map(({ id }) => id)
    )
    .delete()
  return rows.length
}
