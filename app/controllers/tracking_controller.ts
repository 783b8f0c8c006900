import { trackingPage } from '#views/pages/tracking'
import type { HttpContext } from '@adonisjs/core/http'

export default class TrackingController {
  /** GET /tracking */
  show({ workspace, request, answer }: HttpContext) {
    return answer.form(() => trackingPage(workspace, request.qs().language))
  }
}
