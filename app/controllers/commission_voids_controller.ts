import { find } from '#http/find'
import { take } from '#http/take'
import { formatMoney } from '#money/format'
import { withReason } from '#validators/affiliate'
import { familyPage } from '#views/pages/commission'
import type { HttpContext } from '@adonisjs/core/http'

export default class CommissionVoidsController {
  async create({ workspace, params, answer }: HttpContext) {
    const commission = await find(workspace.related('commissions'), params.commission_id)
    await commission.load('affiliate')
    return answer.form(async () => ({ commission, ...(await familyPage(commission)) }))
  }

  /** POST /commissions/:commission_id/void */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const commission = await find(workspace.related('commissions'), params.commission_id)
    const { reason, note } = await take(ctx, withReason)
    await commission.void(actor, reason, note ?? undefined)
    return answer.updated(commission, {
      notice: `Voided ${formatMoney(commission.amount, commission.currency)}: it is not owed any more.`,
    })
  }
}
