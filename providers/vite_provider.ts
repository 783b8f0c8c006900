import Provider from '@adonisjs/vite/vite_provider'

/** Vite's own server runs in development alone; tests take the built assets, as production does. */
export default class ViteProvider extends Provider {
  async start() {
    if (process.env.DEV_MODE) await super.start()
  }
}
