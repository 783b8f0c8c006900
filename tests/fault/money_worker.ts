import { workWhenTold } from '#tests/fault/worker'

/**
 * A process of its own that takes a workspace's money all the way: opens what is due, goes on with what was
 * left half-done, approves, executes, pays. Started by money.spec.ts, beside others like it; dies with its
 * statement of the given number on the way, where one is given.
 */
const [workspaceId, ownerId, lastStatement] = process.argv.slice(2)

await workWhenTold(async () => {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { allTheWay } = await import('#tests/fault/money_way')
  let statements = 0
  db.connection()
    .getWriteClient()
    .on('query', () => {
      if (++statements === Number(lastStatement))
        setImmediate(() => process.kill(process.pid, 'SIGKILL'))
    })
  return () => allTheWay(workspaceId, ownerId)
})
