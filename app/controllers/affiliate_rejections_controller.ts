import { find } from '#http/find'
import { take } from '#http/take'
import { withReason } from '#validators/affiliate'
import { affiliateConfirmPage, reasonsToReject } from '#views/pages/affiliate'
import type { HttpContext } from '@adonisjs/core/http'

export default class AffiliateRejectionsController {
  async create({ workspace, params, answer }: HttpContext) {
    const affiliate = await find(workspace.related('affiliates'), params.affiliate_id)
    return answer.form(() => affiliateConfirmPage(affiliate, reasonsToReject))
  }

  /** POST /affiliates/:affiliate_id/rejection */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const affiliate = await find(workspace.related('affiliates'), params.affiliate_id)
    const { reason, note } = await take(ctx, withReason)
    await affiliate.reject(actor, reason, note ?? undefined)
    return answer.updated(affiliate, { notice: `${affiliate.displayName} was rejected.` })
  }
}
