import { find } from '#http/find'
import { take } from '#http/take'
import { formatMoney } from '#money/format'
import { withReason } from '#validators/affiliate'
import { payoutDeedPage } from '#views/pages/payout'
import type { HttpContext } from '@adonisjs/core/http'

export default class PayoutReturnsController {
  async create({ workspace, params, answer }: HttpContext) {
    const payout = await find(workspace.related('payouts'), params.payout_id)
    return answer.form(() => payoutDeedPage(payout))
  }

  /** POST /payouts/:payout_id/return */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const payout = await find(workspace.related('payouts'), params.payout_id)
    const { reason, note } = await take(ctx, withReason)
    await payout.return(actor, reason, note ?? undefined)
    return answer.updated(payout, {
      notice: `Marked ${formatMoney(payout.amount, payout.currency)} as returned: its commissions are due again.`,
    })
  }
}
