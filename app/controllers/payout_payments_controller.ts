import { find } from '#http/find'
import { take } from '#http/take'
import { formatMoney } from '#money/format'
import { paid } from '#validators/payout'
import { payoutDeedPage } from '#views/pages/payout'
import type { HttpContext } from '@adonisjs/core/http'

export default class PayoutPaymentsController {
  async create({ workspace, params, answer }: HttpContext) {
    const payout = await find(workspace.related('payouts'), params.payout_id)
    return answer.form(() => payoutDeedPage(payout))
  }

  /** POST /payouts/:payout_id/payment */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const payout = await find(workspace.related('payouts'), params.payout_id)
    const input = await take(ctx, paid)
    await payout.pay(actor, { reference: input.reference, paidAt: input.paid_at })
    await payout.load('affiliate')
    return answer.updated(payout, {
      notice: `Marked ${formatMoney(payout.amount, payout.currency)} to ${payout.affiliate.displayName} as paid.`,
      to: `/payout_runs/${payout.runId}`,
    })
  }
}
