import type Workspace from '#models/workspace'

/** How many rows wait for a person, by the item of the sidebar where they are found. */
export async function needCounts(workspace: Workspace): Promise<Record<string, number>> {
  return {
    '/affiliates': await countIn(workspace, 'affiliates', 'pending'),
    '/commissions': await countIn(workspace, 'commissions', 'held'),
    '/payout_runs': await countIn(workspace, 'payoutRuns', 'awaiting_approval'),
  }
}

async function countIn(
  workspace: Workspace,
  rows: 'affiliates' | 'commissions' | 'payoutRuns',
  state: string
) {
  const query = workspace
    .related(rows as 'affiliates')
    .query()
    .where('state', state)
  const found = await query.count('* as count').pojo<{ count: number }>().firstOrFail()
  return Number(found.count)
}
