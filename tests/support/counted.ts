import db from '@adonisjs/lucid/services/db'

/** What the work answers, and how many queries it ran. */
export async function counted<T extends object>(work: () => Promise<T>) {
  let queries = 0
  const count = () => queries++
  const { client } = db.connection().getReadClient()
  client.on('query', count)
  const answer = await work()
  client.removeListener('query', count)
  return { ...answer, queries }
}
