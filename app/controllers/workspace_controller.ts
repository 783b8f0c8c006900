import { refuseField } from '#http/answer'
import { camelKeys } from '#http/camel'
import { take } from '#http/take'
import { changedWorkspace } from '#validators/account'
import { settingsPage } from '#views/pages/settings'
import type { HttpContext } from '@adonisjs/core/http'

export default class WorkspaceController {
  show({ workspace, request, answer }: HttpContext) {
    return answer.shown(workspace, () => settingsPage(workspace, request.qs().currency))
  }

  async update(ctx: HttpContext) {
    const { workspace, actor, answer } = ctx
    const input = await take(ctx, changedWorkspace)
    if (input.default_campaign_id) {
      const campaign = await workspace
        .related('campaigns')
        .query()
        .where('id', input.default_campaign_id)
        .first()
      if (!campaign) refuseField('default_campaign_id', 'There is no campaign with this id.')
    }
    await workspace.change(camelKeys(input), actor)
    const notice =
      input.approvals && workspace.proposedApprovals
        ? 'Two people must agree to fewer approvals: another owner or admin has to ask for the same.'
        : 'The settings were changed.'
    return answer.updated(workspace, { notice, to: '/settings' })
  }
}
