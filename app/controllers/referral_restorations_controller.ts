import { find } from '#http/find'
import { take } from '#http/take'
import { withNote } from '#validators/affiliate'
import type { HttpContext } from '@adonisjs/core/http'

export default class ReferralRestorationsController {
  /** POST /referrals/:referral_id/restoration: a denial is taken back. */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const referral = await find(workspace.related('referrals'), params.referral_id)
    const { note } = await take(ctx, withNote)
    await referral.restore(actor, note)
    return answer.updated(referral, {
      notice: 'The referral earns again. What was voided with its denial stays voided.',
    })
  }
}
