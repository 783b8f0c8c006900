import { bulkNotice, forEachId } from '#http/each'
import { find } from '#http/find'
import { take } from '#http/take'
import { bulkNote } from '#validators/bulk'
import type { HttpContext } from '@adonisjs/core/http'

export default class BulkCommissionReleasesController {
  /** POST /commissions/bulk/release */
  async store(ctx: HttpContext) {
    const { workspace, actor, answer } = ctx
    const { ids, note } = await take(ctx, bulkNote)
    const data = await forEachId(ctx, ids, async (id) => {
      const commission = await find(workspace.related('commissions'), id)
      await commission.release(actor, note ?? undefined)
    })
    return answer.done(
      { data },
      { notice: bulkNotice(data, 'commission', 'released'), to: '/commissions' }
    )
  }
}
