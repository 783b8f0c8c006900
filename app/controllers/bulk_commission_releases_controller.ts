import { backOf } from '#http/back'
import { bulkNotice, forEachId } from '#http/each'
import { find } from '#http/find'
import { take } from '#http/take'
import { bulkWhy } from '#validators/bulk'
import { chosenCommissions } from '#views/pages/commission'
import type { HttpContext } from '@adonisjs/core/http'

export default class BulkCommissionReleasesController {
  create(ctx: HttpContext) {
    return ctx.answer.form(() => chosenCommissions(ctx, ['held']))
  }

  /** POST /commissions/bulk/release */
  async store(ctx: HttpContext) {
    const { workspace, actor, answer } = ctx
    const { ids, ...why } = await take(ctx, bulkWhy)
    const data = await forEachId(ctx, ids, async (id) => {
      const commission = await find(workspace.related('commissions'), id)
      await commission.release(actor, why)
    })
    return answer.done(
      { data },
      { notice: bulkNotice(data, 'commission', 'released'), to: backOf(ctx, '/commissions') }
    )
  }
}
