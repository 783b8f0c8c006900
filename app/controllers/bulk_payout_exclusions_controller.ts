import { backOf } from '#http/back'
import { bulkNotice, forEachId } from '#http/each'
import { find } from '#http/find'
import { take } from '#http/take'
import { bulkReason } from '#validators/bulk'
import { chosenPayouts } from '#views/pages/payout'
import type { HttpContext } from '@adonisjs/core/http'

export default class BulkPayoutExclusionsController {
  create(ctx: HttpContext) {
    return ctx.answer.form(() => chosenPayouts(ctx, ['awaiting_approval']))
  }

  /** POST /payouts/bulk/exclusion */
  async store(ctx: HttpContext) {
    const { workspace, actor, answer } = ctx
    const { ids, reason, note } = await take(ctx, bulkReason)
    const data = await forEachId(ctx, ids, async (id) => {
      const payout = await find(workspace.related('payouts'), id)
      await payout.exclude(actor, reason, note ?? undefined)
    })
    return answer.done(
      { data },
      { notice: bulkNotice(data, 'payout', 'excluded'), to: backOf(ctx, '/payouts') }
    )
  }
}
