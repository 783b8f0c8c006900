import type { HttpContext } from '@adonisjs/core/http'

export default class OwnClicksController {
  /** GET /affiliate/clicks */
  index({ workspace, affiliate, answer }: HttpContext) {
    return answer.list(workspace.related('clicks').query().where('affiliate_id', affiliate.id))
  }
}
