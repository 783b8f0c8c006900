import db from '@adonisjs/lucid/services/db'
import { system } from '#core/actor'
import { clock } from '#core/clock'
import { Pace } from '#core/pace'
import { transitionAll } from '#core/transition'
import Commission from '#models/commission'
import type { DateTime } from 'luxon'

/** Rows changed in one transaction, and as many events, at most. */
const pace = new Pace(1_500)

/**
 * Makes due every pending commission whose hold has ended. Works in chunks, each a transaction of its own;
 * a repeat, or a second worker beside it, finds nothing twice.
 */
export async function matureCommissions({
  until = clock.now(),
  workspaceId,
}: { until?: DateTime; workspaceId?: string } = {}): Promise<{ matured: number }> {
  let matured = 0
  for (;;) {
    const changed = await pace.atomically(async () => {
      const rows = await db
        .from('commissions')
        .whereRaw(`state = 'pending'`)
        .where('due_at', '<=', until.toJSDate())
        .if(workspaceId, (query) => query.where('workspace_id', workspaceId!))
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
    if (changed.length === 0) return { matured }
  }
}
