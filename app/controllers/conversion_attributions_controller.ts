import { namedAffiliate, namedCampaign } from '#http/affiliate_and_campaign'
import { find } from '#http/find'
import { take } from '#http/take'
import { newAttribution } from '#validators/customer'
import { newAttributionPage } from '#views/pages/conversion'
import type { HttpContext } from '@adonisjs/core/http'

export default class ConversionAttributionsController {
  async create({ workspace, params, request, answer }: HttpContext) {
    const conversion = await find(workspace.related('conversions'), params.conversion_id)
    return answer.form(() => newAttributionPage(conversion, workspace, request.qs()))
  }

  /** POST /conversions/:conversion_id/attribution */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const conversion = await find(workspace.related('conversions'), params.conversion_id)
    const input = await take(ctx, newAttribution)
    const affiliate = await namedAffiliate(workspace, input.affiliate_id)
    const campaign = await namedCampaign(workspace, input.campaign_id)
    await conversion.attribute({ affiliate, campaign, reason: input.reason }, actor)
    return answer.updated(conversion, {
      notice: `The conversion is ${affiliate.displayName}’s now.`,
    })
  }
}
