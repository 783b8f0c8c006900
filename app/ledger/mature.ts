import db from '@adonisjs/lucid/services/db'
import { system } from '#core/actor'
import { clock } from '#core/clock'
import { oneByOne } from '#core/one_by_one'
import { Pace } from '#core/pace'
import { transitionAll } from '#core/transition'
import Commission from '#models/commission'
import Workspace from '#models/workspace'
import type { DateTime } from 'luxon'

/** Rows changed in one transaction, and as many events, at most. */
const pace = new Pace(1_500)

/**
 * Makes due every pending commission whose hold has ended, workspace by workspace. Works in chunks, each a transaction
 * of its own; a repeat, or a second worker beside it, finds nothing twice.
 */
export async function matureCommissions({
  until = clock.now(),
  workspaceId,
}: { until?: DateTime; workspaceId?: string } = {}): Promise<{ matured: number }> {
  if (workspaceId) return { matured: await matureOf(workspaceId, until) }
  let matured = 0
  await oneByOne(await Workspace.query().orderBy('id').select('id'), async ({ id }) => {
    matured += await matureOf(id, until)
  })
  return { matured }
}

async function matureOf(workspaceId: string, until: DateTime): Promise<number> {
  let matured = 0
  for (;;) {
    const changed = await pace.atomically(async () => {
      const rows = await db
        .from('commissions')
        .whereRaw(`state = 'pending'`)
        .where('workspace_id', workspaceId)
        .where('due_at', '<=', until.toJSDate())
        .orderBy('due_at')
        .limit(pace.rows)
        .select('id')
      return transitionAll(
        Commission,
        'mature',
        rows.map(({ id }) => id),
        { actor: system }
      )
    })
    matured += changed.length
    if (changed.length === 0) return matured
  }
}
