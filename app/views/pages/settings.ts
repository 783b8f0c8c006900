import { nextRunAt } from '#payouts/schedule'
import { clock } from '#core/clock'
import Membership from '#models/membership'
import { timelineOf } from '#views/pages/timeline'
import type Workspace from '#models/workspace'

export async function settingsPage(workspace: Workspace) {
  return {
    campaigns: await workspace
      .related('campaigns')
      .query()
      .whereNot('state', 'archived')
      .orderBy('name'),
    members: await Membership.query()
      .where('workspace_id', workspace.id)
      .preload('user')
      .orderBy('id'),
    nextRunAt: nextRunAt(workspace.payoutSchedule, workspace.timezone, clock.now()),
    timeline: await timelineOf(workspace.id),
  }
}
