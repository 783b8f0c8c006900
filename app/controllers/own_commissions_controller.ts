import type { HttpContext } from '@adonisjs/core/http'

export default class OwnCommissionsController {
  /** GET /affiliate/commissions */
  index({ workspace, affiliate, answer }: HttpContext) {
    return answer.list(workspace.related('commissions').query().where('affiliate_id', affiliate.id))
  }
}
