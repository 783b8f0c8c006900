import { take } from '#http/take'
import { trackSale } from '#tracking/track'
import { trackedSale } from '#validators/tracking'
import type { HttpContext } from '@adonisjs/core/http'

export default class TrackSalesController {
  /** POST /track/sale: 201 first, 200 again, 202 while it waits. */
  async store(ctx: HttpContext) {
    const { workspace, actor, once, response } = ctx
    const input = await take(ctx, trackedSale)
    const { status, result } = await trackSale(workspace, input, actor, once)
    return response.status(status).json(result)
  }
}
