import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import { Rest } from '#core/rest'
import { byThread } from '#database/sqlite'
import { UnavailableException } from '#exceptions/errors'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** How long to go on trying when the database is busy, in milliseconds. */
const PATIENCE = 5_000

/** Who waits for the lock asks again within so many milliseconds. */
const ASKS_WITHIN = 16

/** How a transaction is done. */
export interface How {
  /** By a thread, where there is one writer: much is written, and the event loop would stand still meanwhile. */
  large?: boolean
}

/**
 * Begins a transaction. Knex does not reject when BEGIN fails; it hands out a transaction that is completed
 * already. So that is looked at here, and a busy database is asked again.
 *
 * @throws UnavailableException when the database stayed locked for 5 s
 */
export async function begin({ large }: How = {}): Promise<TransactionClientContract> {
  const deadline = Date.now() + PATIENCE
  const beginOne = () => db.connection().transaction()
  for (;;) {
    const trx = await (large && hasOneWriter() ? byThread(beginOne) : beginOne())
    if (!trx.isCompleted) return trx
    if (Date.now() > deadline)
      throw new UnavailableException('The database is busy. Try again in a moment.')
    await sleep(1 + Math.random() * (ASKS_WITHIN - 1))
  }
}

/**
 * Commits. Knex does not reject when COMMIT fails, and its callers would answer for what is not stored; the promise
 * of the whole transaction knows.
 *
 * @throws what the database says
 */
export async function commit(trx: TransactionClientContract) {
  await trx.commit()
  await trx.knexClient.executionPromise
}

/**
 * Lets everything else in this process have its turn. On SQLite a query is done before its promise is looked at,
 * so that a loop of queries alone would keep timers, sockets and signals waiting until its end.
 */
export function breathe() {
  return setImmediate()
}

/** Whether there is but one who writes at a time. */
export function hasOneWriter() {
  return db.connection().dialect.name === 'better-sqlite3'
}

const rest = new Rest(ASKS_WITHIN)

/** SQLite's lock knows no queue: a process that kept it long leaves it free for a moment. */
export async function letOthersFirst() {
  const left = rest.until - performance.now()
  if (left > 1) await sleep(left)
  else await breathe()
}

/** What was kept, in milliseconds. */
export function restAfter(kept: number) {
  if (hasOneWriter()) rest.after(kept, performance.now())
}
