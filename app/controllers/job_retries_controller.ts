import { NotFoundException, UnavailableException } from '#exceptions/errors'
import { discard, retry } from '#queue/failures'
import type { HttpContext } from '@adonisjs/core/http'

/** A failed job, done again or forgotten. */
export default class JobRetriesController {
  /** POST /jobs/:job_id/retry */
  async store({ params, answer }: HttpContext) {
    await reached(retry(params.job_id))
    return answer.done({ ok: true }, { notice: 'The job is queued again.', to: '/jobs' })
  }

  /** DELETE /jobs/:job_id/retry */
  async destroy({ params, answer }: HttpContext) {
    await reached(discard(params.job_id))
    return answer.done({ ok: true }, { notice: 'The failed job is discarded.', to: '/jobs' })
  }
}

async function reached(asked: ReturnType<typeof retry>) {
  const answer = await asked
  if (answer.away) throw new UnavailableException('Redis is away. Try again when it is back.')
  if (!answer.value) throw new NotFoundException('There is no failed job with this id.')
}
