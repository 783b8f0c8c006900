import { createRequire } from 'node:module'

/** Tells, when asked `queries`, how many this process has sent to its database since it was asked last. */
const require = createRequire(import.meta.url)
const Client = createRequire(require.resolve('@adonisjs/lucid'))('knex/lib/client')

let queries = 0
const { query } = Client.prototype
Client.prototype.query = function (...given) {
  queries += 1
  return query.apply(this, given)
}

process.on('message', (asked) => {
  if (asked !== 'queries') return
  process.send({ queries })
  queries = 0
})
