import db from '@adonisjs/lucid/services/db'

export interface Took {
  seconds: number
  /** Of a core, by this process: what the seconds would be on a machine with nothing else to do. */
  cpu_seconds: number
  /** From its BEGIN to its COMMIT, in milliseconds. */
  longest_transaction_ms: number
  transactions: number
  /** The most resident memory of the process meanwhile, in MB. */
  memory_mb: number
  /** What the step answered. */
  answer: unknown
}

/** What sends a statement by a connection, and comes back when it is answered; a transaction's own are no events. */
interface Client {
  _query(connection: object, asked: { sql: string }): Promise<unknown>
}

/** Does the work and watches this process meanwhile. */
export async function measure(work: () => Promise<unknown>): Promise<Took> {
  const begun = new Map<object, number>()
  let longest = 0
  let transactions = 0
  let memory = process.memoryUsage.rss()

  const client: Client = Object.getPrototypeOf(db.connection().getWriteClient().client)
  const { _query: send } = client
  client._query = async function (connection, asked) {
    if (asked.sql.startsWith('BEGIN')) begun.set(connection, performance.now())
    const answer = await send.call(this, connection, asked)
    if (/^(COMMIT|ROLLBACK);?$/.test(asked.sql)) {
      longest = Math.max(longest, performance.now() - (begun.get(connection) ?? Infinity))
      transactions += 1
    }
    return answer
  }
  const look = () => void (memory = Math.max(memory, process.memoryUsage.rss()))
  const looking = setInterval(look, 50)

  const start = performance.now()
  const used = process.cpuUsage()
  const answer = await work()
  const seconds = (performance.now() - start) / 1_000
  const { user, system } = process.cpuUsage(used)
  look()
  clearInterval(looking)
  client._query = send
  return {
    seconds,
    cpu_seconds: (user + system) / 1_000_000,
    longest_transaction_ms: longest,
    transactions,
    memory_mb: memory / 1024 / 1024,
    answer,
  }
}
