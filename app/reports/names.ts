import Affiliate from '#models/affiliate'
import Campaign from '#models/campaign'
import Link from '#models/link'
import type { Group } from '#reports/figures'
import type Workspace from '#models/workspace'

/** What people call these campaigns, affiliates or links, by id; one that was deleted has no name. */
export async function namesOf(
  group: Group,
  { id: workspaceId }: Workspace,
  ids: string[]
): Promise<Map<string, string>> {
  const named: [string, string][] = []
  for (const row of await rowsOf(group, workspaceId, ids)) named.push([row.id, nameOf(row)])
  return new Map(named)
}

function rowsOf(group: Group, workspaceId: string, ids: string[]) {
  const of = { campaign: Campaign, affiliate: Affiliate, link: Link }[group] as typeof Campaign
  return of.query().where('workspace_id', workspaceId).whereIn('id', ids) as unknown as Promise<
    (Campaign | Affiliate | Link)[]
  >
}

function nameOf(row: Campaign | Affiliate | Link) {
  if (row instanceof Affiliate) return row.displayName
  if (row instanceof Link) return row.name ?? row.refParam
  return row.name
}
