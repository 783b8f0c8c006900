import { find } from '#http/find'
import { take } from '#http/take'
import { withNote } from '#validators/affiliate'
import type { HttpContext } from '@adonisjs/core/http'

export default class CommissionHoldsController {
  /** POST /commissions/:commission_id/hold */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const commission = await find(workspace.related('commissions'), params.commission_id)
    const { note } = await take(ctx, withNote)
    await commission.hold(actor, note ?? undefined)
    return answer.updated(commission, {
      notice: `The commission is held until someone releases it.`,
      undo: { action: `/commissions/${commission.id}/release` },
    })
  }
}
