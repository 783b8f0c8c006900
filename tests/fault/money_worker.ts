import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'
import { once } from 'node:events'

/**
 * A process of its own that takes a workspace's money all the way: opens what is due, goes on with what was
 * left half-done, approves, executes, pays. Started by money.spec.ts, beside others like it; begins when told,
 * and dies with its statement of the given number on the way, where one is given.
 */
const [workspaceId, ownerId, lastStatement] = process.argv.slice(2)

const app = new Ignitor(new URL('../../', import.meta.url), { importer: (path) => import(path) })
  .tap((made) => made.booting(async () => void (await import('#start/env'))))
  .createApp('console')
await app.init()
await app.boot()
await app.start(() => {})

const { default: db } = await import('@adonisjs/lucid/services/db')
const { allTheWay } = await import('#tests/fault/money_way')
process.send!('ready')
await once(process, 'message')
let statements = 0
db.connection()
  .getWriteClient()
  .on('query', () => {
    if (++statements === Number(lastStatement))
      setImmediate(() => process.kill(process.pid, 'SIGKILL'))
  })
await allTheWay(workspaceId, ownerId)
process.send!('done')
await app.terminate()
process.exit(0)
