import { withClicks } from '#tracking/clicks_of_links'
import type { HttpContext } from '@adonisjs/core/http'

export default class OwnLinksController {
  /** GET /affiliate/links */
  index({ workspace, affiliate, answer }: HttpContext) {
    const links = workspace.related('links').query().where('affiliate_id', affiliate.id)
    return answer.list(withClicks(links))
  }
}
