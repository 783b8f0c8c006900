import { find } from '#http/find'
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
}
