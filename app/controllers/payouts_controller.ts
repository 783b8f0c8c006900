import { find } from '#http/find'
import { payoutPage, payoutsPage } from '#views/pages/payout'
import type { HttpContext } from '@adonisjs/core/http'

export default class PayoutsController {
  index({ workspace, request, answer }: HttpContext) {
    return answer.list(
      workspace
        .related('payouts')
        .query()
        .preload('affiliate')
        .preload('run')
        .withCount('lines', (lines) => lines.as('lines_count')),
      () => payoutsPage(workspace, request.qs())
    )
  }

  async show({ workspace, params, answer }: HttpContext) {
    const payout = await find(workspace.related('payouts'), params.id)
    await payout.loadCount('lines', (lines) => lines.as('lines_count'))
    return answer.shown(payout, () => payoutPage(payout))
  }
}
