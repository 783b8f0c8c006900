import { find } from '#http/find'
import { take } from '#http/take'
import { deniedReferral } from '#validators/customer'
import { earnedPage } from '#views/pages/referral'
import { plural } from '#views/words'
import type { HttpContext } from '@adonisjs/core/http'

export default class ReferralDenialsController {
  async create({ workspace, params, answer }: HttpContext) {
    const referral = await find(workspace.related('referrals'), params.referral_id)
    return answer.form(() => earnedPage(referral))
  }

  /** POST /referrals/:referral_id/denial */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const referral = await find(workspace.related('referrals'), params.referral_id)
    const { void_commissions: voids, ...why } = await take(ctx, deniedReferral)
    const done = await referral.deny({ ...why, voidCommissions: voids ?? false }, actor)
    const voided = voids
      ? ` Voided ${plural(done.voided, 'commission')}; ${done.stayed} stayed.`
      : ''
    return answer.updated(referral, {
      notice: `The referral is denied: it earns nothing more.${voided}`,
    })
  }
}
