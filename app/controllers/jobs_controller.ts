import { inspect } from '#queue/inspect'
import type { HttpContext } from '@adonisjs/core/http'

/** What the workers do: queues, schedules, and what failed. */
export default class JobsController {
  async index({ answer }: HttpContext) {
    return answer.plain(await inspect())
  }
}
