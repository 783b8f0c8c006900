import type { HttpContext } from '@adonisjs/core/http'

export default class OwnConversionsController {
  /** GET /affiliate/conversions */
  index({ workspace, affiliate, answer }: HttpContext) {
    return answer.list(workspace.related('conversions').query().where('affiliate_id', affiliate.id))
  }
}
