import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import { Database } from '@adonisjs/lucid/database'
import db from '@adonisjs/lucid/services/db'
import { UnavailableException } from '#exceptions/errors'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'

/** One unit of work: its transaction, and what waits for the commit. */
interface Unit {
  trx: TransactionClientContract | QueryClientContract
  afterCommit: (() => unknown)[]
}

const current = new AsyncLocalStorage<Unit>()

/** How long to go on trying when the database is busy, in milliseconds. */
const PATIENCE = 5_000

/**
 * Runs the work in one transaction: every model, relation and query inside joins it without being told.
 * Inside another `atomically` it is a savepoint. What throws rolls back.
 *
 * @throws UnavailableException when the database stayed locked for 5 s
 */
export async function atomically<T>(work: () => Promise<T>): Promise<T> {
  const outer = current.getStore()
  if (!outer) await letOthersFirst()
  const trx = await begin()
  const unit: Unit = { trx, afterCommit: outer?.afterCommit ?? [] }
  const begun = performance.now()

  let result: T
  try {
    result = await current.run(unit, work)
    await trx.commit()
  } catch (error) {
    if (!trx.isCompleted) await trx.rollback()
    throw error
  } finally {
    if (!outer) restAfter(performance.now() - begun)
  }

  if (!outer) await current.exit(() => runAll(unit.afterCommit))
  return result
}

/**
 * Lets everything else in this process have its turn. On SQLite a query is done before its promise is looked at,
 * so that a loop of queries alone would keep timers, sockets and signals waiting until its end.
 */
export function breathe() {
  return setImmediate()
}

/** In milliseconds of performance.now(). */
let restUntil = 0

/**
 * SQLite's lock knows no queue: one piece of work after the other, each long, would take it again before anyone
 * who waits has looked. So a process that kept it long leaves it free for a moment.
 */
async function letOthersFirst() {
  const rest = restUntil - performance.now()
  if (rest > 1) await sleep(rest)
  else await breathe()
}

function restAfter(kept: number) {
  if (kept > 10 && db.connection().dialect.name === 'better-sqlite3')
    restUntil = performance.now() + Math.min(kept / 5, 25)
}

/** Runs after the outermost transaction has committed, or at once outside one. Never after a rollback. */
export async function afterCommit(work: () => unknown) {
  const unit = current.getStore()
  if (unit) unit.afterCommit.push(work)
  else await work()
}

/** Whether a transaction of `atomically` is open here. */
export function insideTransaction() {
  return current.getStore() !== undefined
}

/** Leaves the transaction: timers and listeners started inside would otherwise go on using it. */
export function outsideTransaction<T>(work: () => T): T {
  return current.exit(work)
}

/** Runs work that only reads with every query inside going to this connection. */
export function onConnection<T>(connection: QueryClientContract, work: () => T): T {
  return current.run({ trx: connection, afterCommit: [] }, work)
}

/**
 * Knex does not reject when BEGIN fails; it hands out a transaction that is completed already. So that is
 * looked at here, and a busy database is asked again.
 */
async function begin(): Promise<TransactionClientContract> {
  const deadline = Date.now() + PATIENCE
  for (;;) {
    const trx = await db.connection().transaction()
    if (!trx.isCompleted) return trx
    if (Date.now() > deadline)
      throw new UnavailableException('The database is busy. Try again in a moment.')
    await sleep(1 + Math.random() * 15)
  }
}

async function runAll(works: (() => unknown)[]) {
  for (const work of works) await work()
}

/** Lucid asks here for every query's connection; inside `atomically` the answer is its transaction. */
const connection = Database.prototype.connection
Database.prototype.connection = function (this: Database, ...args: Parameters<typeof connection>) {
  const unit = current.getStore()
  const mine = args[0] === undefined || args[0] === this.primaryConnectionName
  return unit && mine ? unit.trx : connection.apply(this, args)
} as typeof connection
