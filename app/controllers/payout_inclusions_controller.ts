import { find } from '#http/find'
import { formatMoney } from '#money/format'
import type { HttpContext } from '@adonisjs/core/http'

export default class PayoutInclusionsController {
  /** POST /payouts/:payout_id/inclusion */
  async store({ workspace, params, actor, answer }: HttpContext) {
    const payout = await find(workspace.related('payouts'), params.payout_id)
    await payout.include(actor)
    await payout.load('affiliate')
    return answer.updated(payout, {
      notice: `Put ${payout.affiliate.displayName}, ${formatMoney(payout.amount, payout.currency)}, back into the run.`,
      to: `/payout_runs/${payout.runId}`,
    })
  }
}
