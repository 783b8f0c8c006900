import { dialect } from '#config/database'
import { ask, type Question } from '#core/ask'

/** What transactions take turns at. A transaction that takes several takes them in this order. */
const kinds = {
  source: 4,
  conversion: 1,
  customer: 2,
  schedule: 3,
  affiliate: 5,
  visitor: 6,
} as const

interface How {
  /** Together with all others who share it, but not with one who has it alone; each comes in the order of asking. */
  shared?: boolean
}

/**
 * Makes transactions that name the same thing take turns until they end, also where there is no row to lock
 * yet: a refund and its sale, arriving together, would not see each other on PostgreSQL. On SQLite every
 * transaction is alone already.
 */
export async function takeTurn(kind: keyof typeof kinds, workspaceId: string, name = '') {
  await ask(turnsOf(kind, [{ workspaceId, name }]))
}

/** Of a workspace; all of a kind where it has no name. */
export interface Thing {
  workspaceId: string
  name: string
}

/** The turns of many things of one kind, in an order that is the same for all who take them. */
export function turnsOf(kind: keyof typeof kinds, things: Thing[]): Question<unknown> {
  if (things.length === 0) return []
  const names = things.map(({ workspaceId, name }) => [workspaceId, name].filter(Boolean).join(' '))
  return turnsAmong(kind, ['select unnest(?::text[])', [names]])
}

/** The turns of what a statement names, in the same order. */
export function turnsAmong(
  kind: keyof typeof kinds,
  [names, values]: [sql: string, values: unknown[]],
  { shared = false }: How = {}
): Question<unknown> {
  if (dialect !== 'postgres') return []
  return {
    sql: `select count(pg_advisory_xact_lock${shared ? '_shared' : ''}(?::int, turn))
          from (select distinct hashtext(name) as turn from (${names}) as named (name) order by turn) as turns`,
    values: [kinds[kind], ...values],
    read: (row) => row,
  }
}
