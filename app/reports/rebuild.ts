import Workspace from '#models/workspace'
import { rollUpSumsOf } from '#reports/roll_up'
import { countAllAnew } from '#tracking/counted'
import { rollUpWorkspace } from '#tracking/rollup'

/** Counts all days of every workspace, or of one, anew. Clicks that were pruned keep their counts. */
export async function rebuildRollups(workspaceId?: string) {
  const workspaces = await Workspace.query()
    .if(workspaceId, (query) => query.where('id', workspaceId!))
    .orderBy('id')
  let days = 0
  for (const workspace of workspaces) {
    await countAllAnew(workspace.id)
    days += (await rollUpWorkspace(workspace)) + (await rollUpSumsOf(workspace))
  }
  return { workspaces: workspaces.length, days }
}
