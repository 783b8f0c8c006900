import db from '@adonisjs/lucid/services/db'
import { queue } from '#queue/queue'
import { recorder } from '#tracking/recorder'
import type { HttpContext } from '@adonisjs/core/http'

/** For load balancers and monitors. */
export default class HealthController {
  /** GET /health/live: the process answers. */
  live() {
    return { status: 'ok' }
  }

  /**
   * GET /health/ready: 200 while the database answers, with Redis away too; else 503. `clicks` is what became of
   * those that this process took since it started.
   */
  async ready({ response }: HttpContext) {
    const database = await db.rawQuery('select 1').then(
      () => 'ok',
      () => 'away'
    )
    const redis = (await queue.ping()) ? 'ok' : 'away'
    return response
      .status(database === 'ok' ? 200 : 503)
      .json({ database, redis, clicks: recorder.metrics })
  }
}
