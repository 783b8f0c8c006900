import type { HttpContext } from '@adonisjs/core/http'

export default class OwnLinksController {
  /** GET /affiliate/links */
  index({ workspace, affiliate, answer }: HttpContext) {
    return answer.list(workspace.related('links').query().where('affiliate_id', affiliate.id))
  }
}
