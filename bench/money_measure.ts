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

interface Asked {
  sql: string
  /** Of the connection. */
  __knexUid?: string
}

/** Does the work and watches this process meanwhile. */
export async function measure(work: () => Promise<unknown>): Promise<Took> {
  const begun = new Map<string, number>()
  let longest = 0
  let transactions = 0
  let memory = process.memoryUsage.rss()

  const { client } = db.connection().getWriteClient()
  const asked = ({ sql, __knexUid: id }: Asked) => {
    if (!id) return
    if (sql.startsWith('BEGIN')) begun.set(id, performance.now())
    else if (/^(COMMIT|ROLLBACK);?$/.test(sql)) setImmediate(() => ended(id))
  }
  const ended = (id: string) => {
    longest = Math.max(longest, performance.now() - (begun.get(id) ?? Infinity))
    transactions += 1
    begun.delete(id)
  }
  const look = () => void (memory = Math.max(memory, process.memoryUsage.rss()))
  client.on('query', asked)
  const looking = setInterval(look, 50)

  const start = performance.now()
  const used = process.cpuUsage()
  const answer = await work()
  const seconds = (performance.now() - start) / 1_000
  const { user, system } = process.cpuUsage(used)
  look()
  clearInterval(looking)
  client.removeListener('query', asked)
  return {
    seconds,
    cpu_seconds: (user + system) / 1_000_000,
    longest_transaction_ms: longest,
    transactions,
    memory_mb: memory / 1024 / 1024,
    answer,
  }
}
