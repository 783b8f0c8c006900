import { find } from '#http/find'
import { referralPage } from '#views/pages/referral'
import type { HttpContext } from '@adonisjs/core/http'

export default class ReferralsController {
  index({ workspace, answer }: HttpContext) {
    return answer.list(
      workspace.related('referrals').query().preload('affiliate').preload('campaign')
    )
  }

  async show({ workspace, params, answer }: HttpContext) {
    const referral = await find(workspace.related('referrals'), params.id)
    return answer.shown(referral, () => referralPage(referral))
  }
}
