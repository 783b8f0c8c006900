import { backOf } from '#http/back'
import { bulkNotice, forEachId } from '#http/each'
import { find } from '#http/find'
import { take } from '#http/take'
import { bulkReason } from '#validators/bulk'
import { chosenAffiliates } from '#views/pages/affiliate'
import type { HttpContext } from '@adonisjs/core/http'

export default class BulkAffiliateRejectionsController {
  create(ctx: HttpContext) {
    return ctx.answer.form(() => chosenAffiliates(ctx, ['pending']))
  }

  /** POST /affiliates/bulk/rejection */
  async store(ctx: HttpContext) {
    const { workspace, actor, answer } = ctx
    const { ids, reason, note } = await take(ctx, bulkReason)
    const data = await forEachId(ctx, ids, async (id) => {
      const affiliate = await find(workspace.related('affiliates'), id)
      await affiliate.reject(actor, reason, note ?? undefined)
    })
    return answer.done(
      { data },
      { notice: bulkNotice(data, 'affiliate', 'rejected'), to: backOf(ctx, '/affiliates') }
    )
  }
}
