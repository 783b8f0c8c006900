import db from '@adonisjs/lucid/services/db'
import { hasOneWriter } from '#core/begin'

type Works = Record<string, () => Promise<unknown>>
type Outcomes<W extends Works> = { [Name in keyof W]: Awaited<ReturnType<W[Name]>> }

/**
 * Reads that do not wait for each other, by name. On PostgreSQL they are asked at once, each on a connection of its own;
 * on SQLite, and in a transaction, which have but one, one after the other.
 */
export async function atOnce<W extends Works>(works: W): Promise<Outcomes<W>> {
  const asked = Object.entries(works).map(([name, work]) => async () => [name, await work()])
  const outcomes = []
  if (hasOneWriter() || db.connection().isTransaction)
    for (const ask of asked) outcomes.push(await ask())
  else outcomes.push(...(await Promise.all(asked.map((ask) => ask()))))
  return Object.fromEntries(outcomes)
}
