import { take } from '#http/take'
import { trackLead } from '#tracking/track'
import { trackedLead } from '#validators/tracking'
import type { HttpContext } from '@adonisjs/core/http'

export default class TrackLeadsController {
  /** POST /track/lead: 201 first, 200 again, 202 while it waits. */
  async store(ctx: HttpContext) {
    const { workspace, actor, once, response } = ctx
    const input = await take(ctx, trackedLead)
    const { status, result } = await trackLead(workspace, input, actor, once)
    return response.status(status).json(result)
  }
}
