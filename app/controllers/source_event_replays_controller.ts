import { find } from '#http/find'
import type { HttpContext } from '@adonisjs/core/http'

export default class SourceEventReplaysController {
  /** POST /source_events/:source_event_id/replay */
  async store({ workspace, params, actor, answer }: HttpContext) {
    const event = await find(workspace.related('sourceEvents'), params.source_event_id)
    await event.replay(actor)
    return answer.updated(event, { notice: `${event.type} is looked at again.` })
  }
}
