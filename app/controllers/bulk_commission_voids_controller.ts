import { backOf } from '#http/back'
import { bulkNotice, forEachId } from '#http/each'
import { find } from '#http/find'
import { take } from '#http/take'
import { bulkReason } from '#validators/bulk'
import { chosenCommissions } from '#views/pages/commission'
import type { HttpContext } from '@adonisjs/core/http'

export default class BulkCommissionVoidsController {
  create(ctx: HttpContext) {
    return ctx.answer.form(() => chosenCommissions(ctx, ['held', 'pending', 'due']))
  }

  /** POST /commissions/bulk/void */
  async store(ctx: HttpContext) {
    const { workspace, actor, answer } = ctx
    const { ids, reason, note } = await take(ctx, bulkReason)
    const data = await forEachId(ctx, ids, async (id) => {
      const commission = await find(workspace.related('commissions'), id)
      await commission.void(actor, reason, note ?? undefined)
    })
    return answer.done(
      { data },
      { notice: bulkNotice(data, 'commission', 'voided'), to: backOf(ctx, '/commissions') }
    )
  }
}
