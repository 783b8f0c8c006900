import { find } from '#http/find'
import { affiliateForgettingPage } from '#views/pages/forgetting'
import type { HttpContext } from '@adonisjs/core/http'

export default class AffiliateForgettingsController {
  async create({ workspace, params, answer }: HttpContext) {
    const affiliate = await find(workspace.related('affiliates'), params.affiliate_id)
    return answer.form(() => affiliateForgettingPage(affiliate))
  }

  /** POST /affiliates/:affiliate_id/forgetting */
  async store({ workspace, params, actor, answer }: HttpContext) {
    const affiliate = await find(workspace.related('affiliates'), params.affiliate_id)
    await affiliate.forget(actor)
    return answer.updated(affiliate, { notice: 'The affiliate is forgotten.' })
  }
}
