import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { breaksUnique } from '#core/unique'
import { IdempotencyInFlightException, IdempotencyMismatchException } from '#exceptions/errors'

/** How long a second request waits for the first, in milliseconds. */
const PATIENCE = 5_000

/** What was answered to a write. */
export interface Answered {
  status: number
  headers: Record<string, string>
  /** As it was sent; empty where there is none. */
  body: string
}

/** Which write: the key, of whom, and what it stands for. */
export interface Write {
  credential: string
  key: string
  fingerprint: string
}

/** Keeps an answer, in the transaction of its effect. */
export type Keep = (answer: Answered) => Promise<void>

/** The keys that this process is working on. */
const inFlight = new Set<string>()

/**
 * Does a write once for its key. The row is written in the same transaction as the effect, so there is never
 * one without the other; what throws is not kept.
 *
 * @throws IdempotencyMismatchException when the key was used for another write
 * @throws IdempotencyInFlightException when the first one goes on for longer than anyone waits
 */
export async function once(write: Write, work: () => Promise<Answered>) {
  const name = `${write.credential} ${write.key}`
  await claim(name)
  try {
    return await atomically(async () => {
      await lockKey(name)
      return (await replayOf(write)) ?? { answer: await kept(write, await work()), replayed: false }
    })
  } catch (error) {
    if (!breaksUnique(error, 'idempotency_keys_primary')) throw error
    return (await replayOf(write))!
  } finally {
    inFlight.delete(name)
  }
}

/**
 * `once` for work that shares its transaction with other work, where it keeps its answer by what it is given. What
 * it answers and did not keep, such as a test that was rolled back, is kept after it; what it refuses is not.
 */
export async function onceTogether(write: Write, work: (keep: Keep) => Promise<Answered>) {
  const name = `${write.credential} ${write.key}`
  let isKept = false
  let isTaken = false
  const keep = async (answer: Answered) => {
    try {
      await kept(write, answer)
      isKept = true
    } catch (error) {
      isTaken = breaksUnique(error, 'idempotency_keys_primary')
      throw error
    }
  }
  await claim(name)
  try {
    const before = await replayOf(write)
    if (before) return before
    const answer = await work(keep)
    if (isTaken) return (await replayOf(write)) ?? { answer, replayed: false }
    if (answer.status < 400 && !isKept) await keep(answer)
    return { answer, replayed: false }
  } finally {
    inFlight.delete(name)
  }
}

/** What a write stands for, whatever was said besides. */
export function fingerprintOf(...said: string[]) {
  return createHash('sha256').update(said.join('\n')).digest('hex')
}

async function replayOf({ credential, key, fingerprint }: Write) {
  const row = await db.from('idempotency_keys').where({ credential, key }).first()
  if (!row) return undefined
  if (row.fingerprint !== fingerprint) throw new IdempotencyMismatchException()
  const headers = typeof row.headers === 'string' ? JSON.parse(row.headers) : row.headers
  return { answer: { status: row.status, headers, body: row.body } as Answered, replayed: true }
}

async function kept(write: Write, answer: Answered) {
  await db.table('idempotency_keys').insert({
    ...write,
    status: answer.status,
    headers: JSON.stringify(answer.headers),
    body: withoutSecret(answer.body),
    created_at: clock.now().toJSDate(),
  })
  return answer
}

/** A secret is shown once: never again in a replay, and never stored. */
function withoutSecret(body: string) {
  if (!body.includes('"secret"')) return body
  const shown = JSON.parse(body) as Record<string, unknown>
  return 'secret' in shown ? JSON.stringify({ ...shown, secret: null }) : body
}

async function claim(name: string) {
  const deadline = Date.now() + PATIENCE
  while (inFlight.has(name)) {
    if (Date.now() > deadline) throw new IdempotencyInFlightException()
    await sleep(10)
  }
  inFlight.add(name)
}

/** Other processes on PostgreSQL; on SQLite every transaction is alone already. */
async function lockKey(name: string) {
  if (db.connection().dialect.name !== 'postgres') return
  const deadline = Date.now() + PATIENCE
  for (;;) {
    const { rows } = await db.rawQuery(
      'select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as free',
      [name]
    )
    if (rows[0].free) return
    if (Date.now() > deadline) throw new IdempotencyInFlightException()
    await sleep(20)
  }
}
