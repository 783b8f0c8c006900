import type { HttpContext } from '@adonisjs/core/http'

export default class OwnPayoutsController {
  /** GET /affiliate/payouts */
  index({ workspace, affiliate, answer }: HttpContext) {
    return answer.list(workspace.related('payouts').query().where('affiliate_id', affiliate.id))
  }
}
