import { take } from '#http/take'
import { trackClick } from '#tracking/track_clicks'
import { trackedClick } from '#validators/tracking'
import type { HttpContext } from '@adonisjs/core/http'

export default class TrackClicksController {
  /** POST /track/click */
  async store(ctx: HttpContext) {
    const { workspace, response } = ctx
    return response.status(201).json(await trackClick(workspace, await take(ctx, trackedClick)))
  }
}
