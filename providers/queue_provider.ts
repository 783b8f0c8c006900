import type { ApplicationService } from '@adonisjs/core/types'

/** Opens nothing: the queue connects when something is first dispatched. Closes what was opened. */
export default class QueueProvider {
  constructor(protected app: ApplicationService) {}

  async shutdown() {
    const { queue } = await import('#queue/queue')
    await queue.close()
  }
}
