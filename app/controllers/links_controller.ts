import { camelKeys } from '#http/camel'
import { affiliateAndCampaign } from '#http/affiliate_and_campaign'
import { find } from '#http/find'
import { take } from '#http/take'
import Link from '#models/link'
import { changedLink, newLink } from '#validators/affiliate'
import { choices } from '#views/pages/choices'
import { linksPage } from '#views/pages/link'
import { termsForm } from '#views/pages/terms'
import { timelineOf } from '#views/pages/timeline'
import type { HttpContext } from '@adonisjs/core/http'

export default class LinksController {
  index({ workspace, request, answer }: HttpContext) {
    const links = workspace.related('links').query().preload('affiliate').preload('campaign')
    return answer.list(links, () => linksPage(workspace, request.qs()))
  }

  create({ workspace, request, answer }: HttpContext) {
    return answer.form(() => choices(workspace, request.qs()))
  }

  async store(ctx: HttpContext) {
    const { workspace, actor, answer } = ctx
    const { affiliateId, campaignId, ...input } = camelKeys(await take(ctx, newLink))
    const { affiliate, campaign } = await affiliateAndCampaign(workspace, affiliateId, campaignId)
    const link = await Link.make(affiliate, campaign, input, actor)
    return answer.created(link, {
      notice: `Link ${link.url} is ready.`,
      to: `/affiliates/${affiliate.id}`,
    })
  }

  async show({ workspace, params, answer }: HttpContext) {
    return answer.shown(await find(workspace.related('links'), params.id))
  }

  async edit({ workspace, params, answer }: HttpContext) {
    const link = await find(workspace.related('links'), params.id)
    await link.load((load) => load.load('affiliate').load('campaign'))
    return answer.form({
      link,
      timeline: await timelineOf(link.id),
      ...termsForm(workspace, link),
    })
  }

  async update(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const link = await find(workspace.related('links'), params.id)
    await link.change(camelKeys(await take(ctx, changedLink)), actor)
    return answer.updated(link, { notice: 'The link was changed.', to: '/links' })
  }

  async destroy({ workspace, params, actor, answer }: HttpContext) {
    const link = await find(workspace.related('links'), params.id)
    await link.remove(actor)
    return answer.removed({
      notice: `Link ${link.refParam} was deleted.`,
      to: `/affiliates/${link.affiliateId}`,
    })
  }
}
