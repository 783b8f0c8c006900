import { find } from '#http/find'
import type { HttpContext } from '@adonisjs/core/http'

export default class CommissionApprovalsController {
  /** POST /commissions/:commission_id/approval */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const commission = await find(workspace.related('commissions'), params.commission_id)
    await commission.approve(actor)
    return answer.updated(commission, { notice: `The commission is due now.` })
  }
}
