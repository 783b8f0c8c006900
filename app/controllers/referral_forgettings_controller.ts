import { find } from '#http/find'
import { customerForgettingPage } from '#views/pages/forgetting'
import type { HttpContext } from '@adonisjs/core/http'

export default class ReferralForgettingsController {
  async create({ workspace, params, answer }: HttpContext) {
    const referral = await find(workspace.related('referrals'), params.referral_id)
    return answer.form(() => customerForgettingPage(referral))
  }

  /** POST /referrals/:referral_id/forgetting: its customer, in all their rows. */
  async store({ workspace, params, actor, answer }: HttpContext) {
    const referral = await find(workspace.related('referrals'), params.referral_id)
    await referral.forgetCustomer(actor)
    return answer.updated(referral, { notice: 'The customer is forgotten.' })
  }
}
