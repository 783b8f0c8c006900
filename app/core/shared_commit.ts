import { AsyncLocalStorage } from 'node:async_hooks'
import { begin, breathe, commit, letOthersFirst, restAfter, type How } from '#core/begin'
import { isInTransaction } from '#database/sqlite'
import type { TransactionClientContract as Transaction } from '@adonisjs/lucid/types/database'

interface Waiting {
  large: boolean
  work: (trx: Transaction) => Promise<void>
  /** Tells its caller what came of the work, once that is committed. */
  tell: () => void
  refuse: (error: unknown) => void
}

/** How long a transaction takes in more, in milliseconds. */
const OPEN_FOR = 10

const waiting: Waiting[] = []
let isWorking = false

/**
 * Group commit, for a database with one writer: work that came while other work was done shares one transaction and
 * one wait for the disk, each in a savepoint, so that what throws undoes nothing but its own. Answers after the commit.
 */
export function inSharedCommit<T>(
  work: (trx: Transaction) => Promise<T>,
  { large = false }: How = {}
): Promise<T> {
  const inItsContext = AsyncLocalStorage.snapshot()
  return new Promise((resolve, refuse) => {
    let result: T
    waiting.push({
      large,
      work: (trx) => inItsContext(async () => void (result = await work(trx))),
      tell: () => resolve(result),
      refuse,
    })
    if (!isWorking) void workAll()
  })
}

async function workAll() {
  isWorking = true
  while (waiting.length > 0) {
    await letOthersFirst()
    const begun = performance.now()
    await shareOne(begun + OPEN_FOR)
    restAfter(performance.now() - begun)
  }
  isWorking = false
}

async function shareOne(until: number) {
  const done: Waiting[] = []
  let trx: Transaction | undefined
  try {
    const { large } = waiting[0]
    trx = await begin({ large })
    done.push(waiting.shift()!)
    await done[0].work(trx)
    await breathe()
    while (waiting[0]?.large === large && performance.now() < until) {
      await inSavepoint(trx, waiting.shift()!, done)
      await breathe()
    }
    await commit(trx)
  } catch (error) {
    if (trx && !trx.isCompleted) await trx.rollback()
    const refused = trx ? done : waiting.splice(0)
    return refused.forEach(({ refuse }) => refuse(error))
  }
  done.forEach(({ tell }) => tell())
}

/** @throws what it threw where the database undid the whole transaction for it, as on a full disk */
async function inSavepoint(trx: Transaction, one: Waiting, done: Waiting[]) {
  const savepoint = await trx.transaction()
  try {
    await one.work(savepoint)
    await commit(savepoint)
    done.push(one)
  } catch (error) {
    one.refuse(error)
    if (!(await isOpen(trx))) throw error
    if (!savepoint.isCompleted) await savepoint.rollback()
  }
}

async function isOpen(trx: Transaction) {
  return isInTransaction(await trx.getWriteClient().client.acquireConnection())
}
