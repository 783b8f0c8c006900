import { find } from '#http/find'
import { campaignArchivePage } from '#views/pages/campaign'
import type { HttpContext } from '@adonisjs/core/http'

export default class CampaignArchivesController {
  async create({ workspace, params, answer }: HttpContext) {
    const campaign = await find(workspace.related('campaigns'), params.campaign_id)
    return answer.form(() => campaignArchivePage(campaign))
  }

  /** POST /campaigns/:campaign_id/archive */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const campaign = await find(workspace.related('campaigns'), params.campaign_id)
    await campaign.archive(actor)
    return answer.updated(campaign, {
      notice: `Campaign “${campaign.name}” is archived and pays nothing more.`,
    })
  }
}
