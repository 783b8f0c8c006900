import type { HttpContext } from '@adonisjs/core/http'

export default class OwnAffiliatesController {
  /** GET /affiliate/me */
  show({ affiliate, answer }: HttpContext) {
    return answer.shown(affiliate)
  }
}
