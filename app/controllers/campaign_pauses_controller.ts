import { find } from '#http/find'
import type { HttpContext } from '@adonisjs/core/http'

export default class CampaignPausesController {
  /** POST /campaigns/:campaign_id/pause */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const campaign = await find(workspace.related('campaigns'), params.campaign_id)
    await campaign.pause(actor)
    return answer.updated(campaign, {
      notice: `Campaign “${campaign.name}” is paused: it binds no new customers and goes on paying for those it has.`,
      undo: { action: `/campaigns/${campaign.id}/activation` },
    })
  }
}
