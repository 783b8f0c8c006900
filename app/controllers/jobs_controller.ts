import { inspect } from '#queue/inspect'
import JobsTransformer from '#transformers/jobs_transformer'
import { jobsPage } from '#views/pages/jobs'
import type { HttpContext } from '@adonisjs/core/http'

/** What the workers do: queues, schedules, and what failed. */
export default class JobsController {
  async index({ answer }: HttpContext) {
    const inspection = await inspect()
    const body = new JobsTransformer(inspection).toObject()
    return answer.plain(body, () => jobsPage(inspection))
  }
}
