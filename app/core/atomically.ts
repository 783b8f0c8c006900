import { AsyncLocalStorage } from 'node:async_hooks'
import { Database } from '@adonisjs/lucid/database'
import { begin, commit, hasOneWriter, letOthersFirst, type How } from '#core/begin'
import { inSharedCommit } from '#core/shared_commit'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'

/** One unit of work: its transaction, and what waits for the commit. */
interface Unit {
  trx: TransactionClientContract | QueryClientContract
  afterCommit: (() => unknown)[]
}

const current = new AsyncLocalStorage<Unit>()

/**
 * Runs the work in one transaction: every model, relation and query inside joins it without being told.
 * Inside another `atomically` it is a savepoint. What throws rolls back.
 *
 * @throws UnavailableException when the database stayed locked for 5 s
 */
export async function atomically<T>(work: () => Promise<T>, how?: How): Promise<T> {
  const outer = current.getStore()
  const unit = { afterCommit: outer?.afterCommit ?? [] }
  const inside = (trx: TransactionClientContract) => current.run({ ...unit, trx }, work)
  if (outer) return inTransaction(inside)

  const result = await (hasOneWriter() ? inSharedCommit(inside, how) : inItsOwn(inside))
  await current.exit(() => runAll(unit.afterCommit))
  return result
}

async function inItsOwn<T>(work: (trx: TransactionClientContract) => Promise<T>): Promise<T> {
  await letOthersFirst()
  return inTransaction(work)
}

/** In a savepoint, where a transaction is open. */
async function inTransaction<T>(work: (trx: TransactionClientContract) => Promise<T>): Promise<T> {
  const trx = await begin()
  try {
    const result = await work(trx)
    await commit(trx)
    return result
  } catch (error) {
    if (!trx.isCompleted) await trx.rollback()
    throw error
  }
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
