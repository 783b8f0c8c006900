import { clock } from '#core/clock'
import { checkPage } from '#views/pages/tracking'
import type { HttpContext } from '@adonisjs/core/http'

export default class TrackingChecksController {
  /** GET /tracking/check?since=…: the page asks again until a click and a test sale came. */
  show({ workspace, request, response, answer }: HttpContext) {
    const { since } = request.qs()
    if (!since)
      return response
        .redirect()
        .toPath(`/tracking/check?since=${encodeURIComponent(clock.now().toISO())}`)
    return answer.form(() => checkPage(workspace, since))
  }
}
