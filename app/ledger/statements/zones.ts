import db from '@adonisjs/lucid/services/db'
import { fromStored } from '#database/instants'
import type Workspace from '#models/workspace'
import type { ZoneSince } from '#ledger/statements/months'

interface Changed {
  timezone?: { from: string; to: string }
}

/** The zones that a workspace's clock was in, oldest first, as its events tell. */
export async function zonesOf(workspace: Workspace): Promise<ZoneSince[]> {
  const events: { data: string; created_at: string }[] = await db
    .from('events')
    .where({ subject_id: workspace.id, type: 'workspace.updated' })
    .orderBy('subject_seq')
    .select('data', 'created_at')
  const changes = events.flatMap(({ data, created_at: at }) => {
    const { timezone } = JSON.parse(data) as Changed
    return timezone ? [{ ...timezone, since: fromStored(at) }] : []
  })

  const first = { zone: changes[0]?.from ?? workspace.timezone, since: null }
  return [first, ...changes.map(({ to, since }) => ({ zone: to, since }))]
}
