import { find } from '#http/find'
import { payoutPage, payoutsPage } from '#views/pages/payout'
import type { HttpContext } from '@adonisjs/core/http'

export default class PayoutsController {
  index({ workspace, request, answer }: HttpContext) {
    return answer.list(
      workspace.related('payouts').query().preload('affiliate').preload('run'),
      () => payoutsPage(workspace, request.qs())
    )
  }

  async show({ workspace, params, answer }: HttpContext) {
    const payout = await find(workspace.related('payouts'), params.id)
    return answer.shown(payout, () => payoutPage(payout))
  }
}
