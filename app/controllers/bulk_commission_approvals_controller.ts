import { backOf } from '#http/back'
import { bulkNotice, forEachId } from '#http/each'
import { find } from '#http/find'
import { take } from '#http/take'
import { bulkIds } from '#validators/bulk'
import { chosenCommissions } from '#views/pages/commission'
import type { HttpContext } from '@adonisjs/core/http'

export default class BulkCommissionApprovalsController {
  create(ctx: HttpContext) {
    return ctx.answer.form(() => chosenCommissions(ctx, ['pending']))
  }

  /** POST /commissions/bulk/approval */
  async store(ctx: HttpContext) {
    const { workspace, actor, answer } = ctx
    const { ids } = await take(ctx, bulkIds)
    const data = await forEachId(ctx, ids, async (id) => {
      const commission = await find(workspace.related('commissions'), id)
      await commission.approve(actor)
    })
    return answer.done(
      { data },
      { notice: bulkNotice(data, 'commission', 'approved'), to: backOf(ctx, '/commissions') }
    )
  }
}
