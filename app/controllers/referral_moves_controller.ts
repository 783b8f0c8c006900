import { namedAffiliate } from '#http/affiliate_and_campaign'
import { find } from '#http/find'
import { take } from '#http/take'
import ReferralTransformer from '#transformers/referral_transformer'
import { movedReferral } from '#validators/customer'
import { movePage } from '#views/pages/referral'
import { plural } from '#views/words'
import type { HttpContext } from '@adonisjs/core/http'

export default class ReferralMovesController {
  async create({ workspace, params, request, answer }: HttpContext) {
    const referral = await find(workspace.related('referrals'), params.referral_id)
    return answer.form(() => movePage(referral, workspace, request.qs()))
  }

  /** POST /referrals/:referral_id/move */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const referral = await find(workspace.related('referrals'), params.referral_id)
    const { affiliate_id: id, with_commissions: along, ...why } = await take(ctx, movedReferral)
    const affiliate = await namedAffiliate(workspace, id)
    const done = await referral.move({ affiliate, withCommissions: along ?? false, ...why }, actor)
    return answer.done(
      { referral: new ReferralTransformer(referral).toObject(), ...done },
      {
        notice: along
          ? `The customer is ${affiliate.displayName}’s now, with ${plural(done.moved, 'commission')}; ${done.stayed} stayed.`
          : `The customer is ${affiliate.displayName}’s from now on.`,
        to: `/referrals/${referral.id}`,
      }
    )
  }
}
