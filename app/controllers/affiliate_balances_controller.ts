import { find } from '#http/find'
import type { HttpContext } from '@adonisjs/core/http'

export default class AffiliateBalancesController {
  /** GET /affiliates/:affiliate_id/balance */
  async show({ workspace, params }: HttpContext) {
    const affiliate = await find(workspace.related('affiliates'), params.affiliate_id)
    return { data: await affiliate.balances() }
  }
}
