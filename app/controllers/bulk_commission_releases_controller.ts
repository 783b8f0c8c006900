import { bulkNotice, forEachId } from '#http/each'
import { find } from '#http/find'
import { take } from '#http/take'
import { bulkWhy } from '#validators/bulk'
import { chosenPage } from '#views/pages/commission'
import type { HttpContext } from '@adonisjs/core/http'

export default class BulkCommissionReleasesController {
  create({ workspace, request, answer }: HttpContext) {
    return answer.form(() => chosenPage(workspace, request.qs().ids))
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
      { notice: bulkNotice(data, 'commission', 'released'), to: '/commissions' }
    )
  }
}
