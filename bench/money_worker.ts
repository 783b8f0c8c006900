import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'

/**
 * A process of its own that does the work of a worker's jobs, one step when told, and tells what it took.
 * Started by worker.ts.
 */
const app = new Ignitor(new URL('../', import.meta.url), { importer: (path) => import(path) })
  .tap((made) => made.booting(async () => void (await import('#start/env'))))
  .createApp('console')
await app.init()
await app.boot()
await app.start(() => {})

const { steps } = await import('./money_steps.js')
const { measure } = await import('./money_measure.js')

process.on('message', async ({ step, input }: { step: keyof typeof steps; input: never }) => {
  try {
    process.send!({ step, ...(await measure(() => steps[step](input))) })
  } catch (error) {
    process.send!({ step, error: error instanceof Error ? error.stack : String(error) })
  }
})
process.on('disconnect', () => process.exit())
process.send!('ready')
