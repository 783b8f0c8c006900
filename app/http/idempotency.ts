import { hash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import { among } from '#core/among'
import { ask } from '#core/ask'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { breaksUnique } from '#core/unique'
import { insertAll } from '#core/write_rows'
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

interface Kept extends Omit<Answered, 'headers'> {
  key: string
  fingerprint: string
  headers: string | Record<string, string>
}

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
  const name = nameOf(write)
  await claim([name])
  try {
    return await atomically(async () => {
      await lockKey(name)
      return (await replayOf(write)) ?? { answer: await kept(write, await work()), replayed: false }
    })
  } catch (error) {
    if (!breaksUnique(error, 'idempotency_keys_primary')) throw error
    return (await replayOf(write))!
  } finally {
    release([name])
  }
}

/** What a write stands for, whatever was said besides. */
export function fingerprintOf(...said: string[]) {
  return hash('sha256', said.join('\n'))
}

/** @throws IdempotencyMismatchException when the key was used for another write */
export async function replayOf(write: Write) {
  const [before] = await answeredBefore([write])
  return before && { answer: answerOf(before, write), replayed: true }
}

/** What was answered before to writes of one credential, under whose keys. */
export async function answeredBefore(writes: Write[]): Promise<Kept[]> {
  const keys = writes.map(({ key }) => key)
  const [areTheirs, values] = among('key', keys)
  const [answers] = await ask({
    sql: `select key, fingerprint, status, headers, body from idempotency_keys
          where credential = ? and ${areTheirs}`,
    values: [writes[0].credential, ...values],
    read: (row) => row as unknown as Kept,
  })
  return answers
}

/** @throws IdempotencyMismatchException when the key was used for another write */
export function answerOf({ fingerprint, status, headers, body }: Kept, write: Write): Answered {
  if (fingerprint !== write.fingerprint) throw new IdempotencyMismatchException()
  return { status, headers: typeof headers === 'string' ? JSON.parse(headers) : headers, body }
}

async function kept(write: Write, answer: Answered) {
  await keep([{ write, answer }])
  return answer
}

/** Keeps what was answered, in the transaction of its effect. */
export async function keep(answers: { write: Write; answer: Answered }[]) {
  const now = clock.now()
  await insertAll(
    'idempotency_keys',
    answers.map(({ write, answer: { status, headers, body } }) => ({
      ...write,
      ...{ status, headers, body: withoutSecret(body), created_at: now },
    }))
  )
}

/** A secret is shown once: never again in a replay, and never stored. */
function withoutSecret(body: string) {
  if (!body.includes('"secret"')) return body
  const shown = JSON.parse(body) as Record<string, unknown>
  return 'secret' in shown ? JSON.stringify({ ...shown, secret: null }) : body
}

export function nameOf({ credential, key }: Write) {
  return `${credential} ${key}`
}

/** @throws IdempotencyInFlightException when one of them is worked on for longer than anyone waits */
export async function claim(names: string[]) {
  const deadline = Date.now() + PATIENCE
  while (names.some((name) => inFlight.has(name))) {
    if (Date.now() > deadline) throw new IdempotencyInFlightException()
    await sleep(10)
  }
  for (const name of names) inFlight.add(name)
}

export function release(names: string[]) {
  for (const name of names) inFlight.delete(name)
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
