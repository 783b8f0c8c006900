import type { ApplicationService } from '@adonisjs/core/types'

export default class AppProvider {
  constructor(protected app: ApplicationService) {}

  /** Puts ambient transactions in place before the first query. */
  async boot() {
    await import('#core/atomically')
  }

  /** Once a request was counted, there is a connection to Redis, which would keep a process that is to end. */
  async shutdown() {
    if (this.app.getEnvironment() === 'console') return
    const { closeLimiters } = await import('#http/rate_limit')
    await closeLimiters()
  }
}
