import { find } from '#http/find'
import { take } from '#http/take'
import PayoutMethod from '#models/payout_method'
import { payoutMethod } from '#validators/payout_method'
import { methodLabel } from '#views/words'
import { payoutMethodPage } from '#views/pages/payout_method'
import type { HttpContext } from '@adonisjs/core/http'

export default class AffiliatePayoutMethodsController {
  /** GET /affiliates/:affiliate_id/payout_method: 404 for one who is paid by hand. */
  async show({ workspace, params, answer }: HttpContext) {
    const affiliate = await find(workspace.related('affiliates'), params.affiliate_id)
    return answer.shown(await PayoutMethod.findByOrFail('affiliate_id', affiliate.id))
  }

  async edit({ workspace, params, request, answer }: HttpContext) {
    const affiliate = await find(workspace.related('affiliates'), params.affiliate_id)
    return answer.form(() => payoutMethodPage(affiliate, request.qs()))
  }

  /** PUT /affiliates/:affiliate_id/payout_method */
  async update(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const affiliate = await find(workspace.related('affiliates'), params.affiliate_id)
    const { kind, lock_version: version, ...destination } = await take(ctx, payoutMethod)
    const method = await PayoutMethod.choose(affiliate, { kind, destination, version }, actor)
    return answer.updated(method, {
      notice: `${affiliate.displayName}’s payouts go out by ${methodLabel(kind)} from now on.`,
      to: `/affiliates/${affiliate.id}`,
    })
  }
}
