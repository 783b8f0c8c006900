import type { ApplicationService } from '@adonisjs/core/types'

export default class AppProvider {
  constructor(protected app: ApplicationService) {}

  /** Puts ambient transactions in place before the first query. */
  async boot() {
    await import('#core/atomically')
  }
}
