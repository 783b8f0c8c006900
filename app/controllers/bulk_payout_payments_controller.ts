import { backOf } from '#http/back'
import { bulkNotice, forEachId } from '#http/each'
import { find } from '#http/find'
import { take } from '#http/take'
import { bulkPaid } from '#validators/bulk'
import { chosenPayouts } from '#views/pages/payout'
import type { HttpContext } from '@adonisjs/core/http'

export default class BulkPayoutPaymentsController {
  create(ctx: HttpContext) {
    return ctx.answer.form(() => chosenPayouts(ctx, ['approved', 'processing']))
  }

  /** POST /payouts/bulk/payment */
  async store(ctx: HttpContext) {
    const { workspace, actor, answer } = ctx
    const { ids, reference, paid_at: paidAt } = await take(ctx, bulkPaid)
    const data = await forEachId(ctx, ids, async (id) => {
      const payout = await find(workspace.related('payouts'), id)
      await payout.pay(actor, { reference, paidAt })
    })
    return answer.done(
      { data },
      { notice: bulkNotice(data, 'payout', 'marked as paid'), to: backOf(ctx, '/payouts') }
    )
  }
}
