import { find } from '#http/find'
import { take } from '#http/take'
import { undoRefund } from '#ledger/refunds'
import { undoneRefund } from '#validators/tracking'
import type { HttpContext } from '@adonisjs/core/http'

export default class RefundUndosController {
  /** POST /refunds/:refund_id/undo: a chargeback was won, or a refund failed. */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const refund = await find(workspace.related('refunds'), params.refund_id)
    const { reason } = await take(ctx, undoneRefund)
    await undoRefund(refund, actor, reason)
    return answer.updated(refund, {
      notice: 'The refund is undone; the commission stands again.',
      to: `/conversions/${refund.conversionId}`,
    })
  }
}
