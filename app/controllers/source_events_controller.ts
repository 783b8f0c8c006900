import { find } from '#http/find'
import { sourceEventPage } from '#views/pages/source_event'
import type { HttpContext } from '@adonisjs/core/http'

export default class SourceEventsController {
  index({ workspace, answer }: HttpContext) {
    return answer.list(workspace.related('sourceEvents').query())
  }

  async show({ workspace, params, answer }: HttpContext) {
    const event = await find(workspace.related('sourceEvents'), params.id)
    return answer.shown(event, () => sourceEventPage(event))
  }
}
