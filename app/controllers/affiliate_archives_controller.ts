import { find } from '#http/find'
import { take } from '#http/take'
import { archived } from '#validators/affiliate'
import { affiliateConfirmPage } from '#views/pages/affiliate'
import type { HttpContext } from '@adonisjs/core/http'

export default class AffiliateArchivesController {
  async create({ workspace, params, answer }: HttpContext) {
    const affiliate = await find(workspace.related('affiliates'), params.affiliate_id)
    return answer.form(() => affiliateConfirmPage(affiliate))
  }

  /** POST /affiliates/:affiliate_id/archive */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const affiliate = await find(workspace.related('affiliates'), params.affiliate_id)
    const { confirm_balance: confirmBalance } = await take(ctx, archived)
    await affiliate.archive(actor, { confirmBalance })
    return answer.updated(affiliate, {
      notice: `${affiliate.displayName} is archived.`,
      undo: { action: `/affiliates/${affiliate.id}/activation` },
    })
  }
}
