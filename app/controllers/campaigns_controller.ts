import { camelKeys } from '#http/camel'
import { find } from '#http/find'
import { take } from '#http/take'
import { ConflictException } from '#exceptions/errors'
import { campaignForm, campaignPage, campaignsPage } from '#views/pages/campaign'
import Campaign from '#models/campaign'
import { changedCampaign, newCampaign } from '#validators/campaign'
import type { HttpContext } from '@adonisjs/core/http'

export default class CampaignsController {
  index({ workspace, answer }: HttpContext) {
    return answer.list(workspace.related('campaigns').query(), campaignsPage)
  }

  create({ workspace, answer }: HttpContext) {
    return answer.form(campaignForm(workspace))
  }

  async store(ctx: HttpContext) {
    const { workspace, actor, answer } = ctx
    const campaign = await Campaign.start(workspace, camelKeys(await take(ctx, newCampaign)), actor)
    return answer.created(campaign, { notice: `Campaign “${campaign.name}” is ${campaign.state}.` })
  }

  async show({ workspace, params, answer }: HttpContext) {
    const campaign = await find(workspace.related('campaigns'), params.id)
    return answer.shown(campaign, () => campaignPage(campaign, workspace))
  }

  async edit({ workspace, params, answer }: HttpContext) {
    const campaign = await find(workspace.related('campaigns'), params.id)
    return answer.form(campaignForm(workspace, campaign))
  }

  async update(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const campaign = await find(workspace.related('campaigns'), params.id)
    await campaign.change(camelKeys(await take(ctx, changedCampaign)), actor)
    return answer.updated(campaign, { notice: `Campaign “${campaign.name}” was changed.` })
  }

  async destroy({ workspace, params, answer }: HttpContext) {
    const campaign = await find(workspace.related('campaigns'), params.id)
    await campaign.refuseIfUsed()
    if (workspace.defaultCampaignId === campaign.id) {
      throw new ConflictException('This is the default campaign. Choose another default first.')
    }
    await campaign.delete()
    return answer.removed({ notice: `Campaign “${campaign.name}” was deleted.`, to: '/campaigns' })
  }
}
