import { inspect } from '#queue/inspect'
import { jobsPage } from '#views/pages/jobs'
import type { HttpContext } from '@adonisjs/core/http'

/** What the workers do: queues, schedules, and what failed. */
export default class JobsController {
  async index({ answer }: HttpContext) {
    const inspection = await inspect()
    return answer.plain(inspection, () => jobsPage(inspection))
  }
}
