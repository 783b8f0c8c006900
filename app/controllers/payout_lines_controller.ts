import { find } from '#http/find'
import type { HttpContext } from '@adonisjs/core/http'

export default class PayoutLinesController {
  /** GET /payouts/:payout_id/lines */
  async index({ workspace, params, answer }: HttpContext) {
    const payout = await find(workspace.related('payouts'), params.payout_id)
    return answer.list(payout.related('lines').query().preload('commission'))
  }
}
