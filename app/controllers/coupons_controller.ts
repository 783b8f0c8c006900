import { affiliateAndCampaign } from '#http/affiliate_and_campaign'
import { find } from '#http/find'
import { take } from '#http/take'
import Coupon from '#models/coupon'
import { changedCoupon, newCoupon } from '#validators/affiliate'
import { choices } from '#views/pages/choices'
import { linksPage } from '#views/pages/link'
import { timelineOf } from '#views/pages/timeline'
import type { HttpContext } from '@adonisjs/core/http'

export default class CouponsController {
  index({ workspace, request, answer }: HttpContext) {
    return answer.list(
      workspace.related('coupons').query().preload('affiliate').preload('campaign'),
      () => linksPage(workspace, request.qs())
    )
  }

  create({ workspace, request, answer }: HttpContext) {
    return answer.form(() => choices(workspace, request.qs()))
  }

  async store(ctx: HttpContext) {
    const { workspace, actor, answer } = ctx
    const { affiliate_id: affiliateId, campaign_id: campaignId, code } = await take(ctx, newCoupon)
    const { affiliate, campaign } = await affiliateAndCampaign(workspace, affiliateId, campaignId)
    const coupon = await Coupon.make(affiliate, campaign, code, actor)
    return answer.created(coupon, {
      notice: `Coupon ${coupon.code} is ready.`,
      to: `/affiliates/${affiliate.id}`,
    })
  }

  async show({ workspace, params, answer }: HttpContext) {
    return answer.shown(await find(workspace.related('coupons'), params.id))
  }

  async edit({ workspace, params, answer }: HttpContext) {
    const coupon = await find(workspace.related('coupons'), params.id)
    await coupon.load((load) => load.load('affiliate').load('campaign'))
    return answer.form({ coupon, timeline: await timelineOf(coupon.id) })
  }

  async update(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const coupon = await find(workspace.related('coupons'), params.id)
    await coupon.change(await take(ctx, changedCoupon), actor)
    return answer.updated(coupon, {
      notice: `The coupon is ${coupon.code} now.`,
      to: `/affiliates/${coupon.affiliateId}`,
    })
  }

  async destroy({ workspace, params, actor, answer }: HttpContext) {
    const coupon = await find(workspace.related('coupons'), params.id)
    await coupon.remove(actor)
    return answer.removed({
      notice: `Coupon ${coupon.code} was deleted.`,
      to: `/affiliates/${coupon.affiliateId}`,
    })
  }
}
