import { backOf } from '#http/back'
import { bulkNotice, forEachId } from '#http/each'
import { find } from '#http/find'
import { take } from '#http/take'
import Affiliate from '#models/affiliate'
import { bulkIds } from '#validators/bulk'
import { chosenAffiliates } from '#views/pages/affiliate'
import type { HttpContext } from '@adonisjs/core/http'

export default class BulkAffiliateActivationsController {
  create(ctx: HttpContext) {
    return ctx.answer.form(() => chosenAffiliates(ctx, Affiliate.machine.activate.from))
  }

  /** POST /affiliates/bulk/activation */
  async store(ctx: HttpContext) {
    const { workspace, actor, answer } = ctx
    const { ids } = await take(ctx, bulkIds)
    const data = await forEachId(ctx, ids, async (id) => {
      const affiliate = await find(workspace.related('affiliates'), id)
      await affiliate.activate(actor)
    })
    return answer.done(
      { data },
      { notice: bulkNotice(data, 'affiliate', 'activated'), to: backOf(ctx, '/affiliates') }
    )
  }
}
