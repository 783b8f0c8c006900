import { bulkNotice, forEachId } from '#http/each'
import { find } from '#http/find'
import { take } from '#http/take'
import { bulkIds } from '#validators/bulk'
import type { HttpContext } from '@adonisjs/core/http'

export default class BulkCommissionApprovalsController {
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
      { notice: bulkNotice(data, 'commission', 'approved'), to: '/commissions' }
    )
  }
}
