import { find } from '#http/find'
import type { HttpContext } from '@adonisjs/core/http'

export default class CampaignActivationsController {
  /** POST /campaigns/:campaign_id/activation */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const campaign = await find(workspace.related('campaigns'), params.campaign_id)
    await campaign.activate(actor)
    return answer.updated(campaign, { notice: `Campaign “${campaign.name}” is active.` })
  }
}
