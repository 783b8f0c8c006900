import { countOf } from '#views/count_of'
import type Workspace from '#models/workspace'

/** How many rows wait for a person, by the item of the sidebar where they are found. */
export async function needCounts(workspace: Workspace): Promise<Record<string, number>> {
  return {
    '/affiliates': await countOf(workspace.related('affiliates').query().where('state', 'pending')),
    '/commissions': await countOf(workspace.related('commissions').query().where('state', 'held')),
    '/payout_runs': await countOf(
      workspace.related('payoutRuns').query().where('state', 'awaiting_approval')
    ),
  }
}
