import type { ApplicationService } from '@adonisjs/core/types'

/** Makes the click recorder ready where visits are answered, and lets none of its clicks go at the end. */
export default class TrackingProvider {
  constructor(protected app: ApplicationService) {}

  async ready() {
    if (this.app.getEnvironment() !== 'web') return
    const { recorder } = await import('#tracking/recorder')
    await recorder.start()
  }

  /** Runs after the HTTP server has closed and before the database does. */
  async shutdown() {
    if (this.app.getEnvironment() === 'console') return
    const { recorder } = await import('#tracking/recorder')
    await recorder.stop()
  }
}
