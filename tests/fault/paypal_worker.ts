import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'
import { once } from 'node:events'

/** A process of its own that sends what is to go through PayPal. Started by paypal_kill.spec.ts; begins when told. */
const app = new Ignitor(new URL('../../', import.meta.url), { importer: (path) => import(path) })
  .tap((made) => made.booting(async () => void (await import('#start/env'))))
  .createApp('console')
await app.init()
await app.boot()
await app.start(() => {})

const { sendBatches } = await import('#payouts/provider/send')
process.send!('ready')
await once(process, 'message')
await sendBatches()
process.exit(0)
