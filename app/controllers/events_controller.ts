import { find } from '#http/find'
import { eventsPage } from '#views/pages/events'
import type { HttpContext } from '@adonisjs/core/http'

/** Who did what, and when. */
export default class EventsController {
  index({ workspace, request, answer }: HttpContext) {
    return answer.list(workspace.related('events').query(), (rows) =>
      eventsPage(rows, workspace, request.qs())
    )
  }

  async show({ workspace, params, answer }: HttpContext) {
    return answer.shown(await find(workspace.related('events'), params.id))
  }
}
