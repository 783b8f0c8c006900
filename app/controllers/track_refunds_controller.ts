import { take } from '#http/take'
import { trackRefund } from '#tracking/track'
import { trackedRefund } from '#validators/tracking'
import type { HttpContext } from '@adonisjs/core/http'

export default class TrackRefundsController {
  /** POST /track/refund: 201 first, 200 again, 202 while it waits. */
  async store(ctx: HttpContext) {
    const { workspace, actor, response } = ctx
    const { status, result } = await trackRefund(workspace, await take(ctx, trackedRefund), actor)
    return response.status(status).json(result)
  }
}
