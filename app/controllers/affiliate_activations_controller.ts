import { find } from '#http/find'
import type { HttpContext } from '@adonisjs/core/http'

export default class AffiliateActivationsController {
  /** POST /affiliates/:affiliate_id/activation */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const affiliate = await find(workspace.related('affiliates'), params.affiliate_id)
    await affiliate.activate(actor)
    return answer.updated(affiliate, { notice: `${affiliate.displayName} is active.` })
  }
}
