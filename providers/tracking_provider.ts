import type { ApplicationService } from '@adonisjs/core/types'

/** Makes the click recorder ready where visits are answered, and lets none of its clicks go at the end. */
export default class TrackingProvider {
  constructor(protected app: ApplicationService) {}

  /** Every process tells of what it changes; those that answer visits hear of it. */
  async boot() {
    const { tellOfChanges } = await import('#tracking/link_changes')
    tellOfChanges()
  }

  async ready() {
    if (this.app.getEnvironment() !== 'web') return
    const { hearOfChanges } = await import('#tracking/link_changes')
    hearOfChanges()
    const { startWriter } = await import('#tracking/click_store')
    startWriter()
    const { recorder } = await import('#tracking/recorder')
    await recorder.start()
  }

  /** Runs after the HTTP server has closed and before the database does. */
  async shutdown() {
    if (this.app.getEnvironment() === 'console') return
    const { recorder } = await import('#tracking/recorder')
    await recorder.stop()
    const { stopWriter } = await import('#tracking/click_store')
    await stopWriter()
  }
}
