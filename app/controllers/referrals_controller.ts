import { camelKeys } from '#http/camel'
import { find } from '#http/find'
import { take } from '#http/take'
import { changedReferral } from '#validators/customer'
import { referralPage, referralsPage } from '#views/pages/referral'
import type { HttpContext } from '@adonisjs/core/http'

export default class ReferralsController {
  index({ workspace, request, answer }: HttpContext) {
    return answer.list(
      workspace.related('referrals').query().preload('affiliate').preload('campaign'),
      () => referralsPage(workspace, request.qs())
    )
  }

  async show({ workspace, params, answer }: HttpContext) {
    const referral = await find(workspace.related('referrals'), params.id)
    return answer.shown(referral, () => referralPage(referral))
  }

  async update(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const referral = await find(workspace.related('referrals'), params.id)
    const { customer = {} } = await take(ctx, changedReferral)
    const details = Object.entries(customer).map(([name, value]) => [`customer_${name}`, value])
    await referral.change(camelKeys(Object.fromEntries(details)), actor)
    return answer.updated(referral)
  }
}
