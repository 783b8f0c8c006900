import '#http/context'
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { breaksUnique } from '#core/unique'
import {
  BadRequestException,
  IdempotencyInFlightException,
  IdempotencyMismatchException,
} from '#exceptions/errors'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** How long a second request waits for the first, in milliseconds. */
const PATIENCE = 5_000

/** Headers that belong to an answer's meaning. */
const KEPT_HEADERS = ['location', 'link']

interface Stored {
  fingerprint: string
  status: number
  headers: string
  body: string
}

/** The keys that this process is working on. */
const inFlight = new Set<string>()

/**
 * Answers a repeated write with the first answer, byte for byte. The row is written in the same transaction as
 * the effect, so there is never one without the other; only what succeeded is kept.
 */
export default class IdempotencyMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const key = keyOf(ctx)
    if (key === undefined) return next()

    const name = `${ctx.caller.credential} ${key}`
    await claim(name)
    try {
      await this.#once(ctx, key, next)
    } catch (error) {
      if (!breaksUnique(error, 'idempotency_keys_primary')) throw error
      await this.#replay(ctx, await find(ctx.caller.credential, key), fingerprintOf(ctx))
    } finally {
      inFlight.delete(name)
    }
  }

  async #once(ctx: HttpContext, key: string, next: NextFn) {
    const fingerprint = fingerprintOf(ctx)
    const { credential } = ctx.caller

    await atomically(async () => {
      await lockKey(`${credential} ${key}`)
      const known = await find(credential, key)
      if (known) return this.#replay(ctx, known, fingerprint)

      await next()
      const { response } = ctx
      const body = bodyOf(ctx)
      const kept = KEPT_HEADERS.map((name) => [name, response.getHeader(name)]).filter(
        ([, value]) => value
      )
      await db.table('idempotency_keys').insert({
        credential,
        key,
        fingerprint,
        status: response.getStatus(),
        headers: JSON.stringify(Object.fromEntries(kept)),
        body: withoutSecret(body),
        created_at: clock.now().toJSDate(),
      })
      if (body !== '') response.header('Content-Type', 'application/json; charset=utf-8').send(body)
    })
  }

  async #replay(ctx: HttpContext, known: Stored | undefined, fingerprint: string) {
    if (!known || known.fingerprint !== fingerprint) throw new IdempotencyMismatchException()
    const { response } = ctx
    for (const [name, value] of Object.entries(
      JSON.parse(known.headers) as Record<string, string>
    )) {
      response.header(name, value)
    }
    response.header('Idempotent-Replayed', 'true').status(known.status)
    if (known.body !== '')
      response.header('Content-Type', 'application/json; charset=utf-8').send(known.body)
  }
}

function keyOf({ request }: HttpContext): string | undefined {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method())) return undefined
  const key = request.headers()['idempotency-key'] as string | undefined
  if (key === undefined) return undefined
  if (key.length < 1 || key.length > 255) {
    throw new BadRequestException('Idempotency-Key must have 1 to 255 characters.')
  }
  return key
}

function fingerprintOf({ request }: HttpContext) {
  const said = [
    request.method(),
    request.url(),
    request.parsedUrl.query ?? '',
    JSON.stringify(request.body() ?? {}),
  ]
  return createHash('sha256').update(said.join('\n')).digest('hex')
}

function bodyOf({ response }: HttpContext): string {
  const body = response.getBody()
  if (body === undefined || body === null || response.getStatus() === 204) return ''
  return typeof body === 'string' ? body : JSON.stringify(body)
}

/** A secret is shown once: never again in a replay, and never stored. */
function withoutSecret(body: string) {
  if (!body.includes('"secret"')) return body
  const shown = JSON.parse(body) as Record<string, unknown>
  return 'secret' in shown ? JSON.stringify({ ...shown, secret: null }) : body
}

async function find(credential: string, key: string): Promise<Stored | undefined> {
  const row = await db.from('idempotency_keys').where({ credential, key }).first()
  return row
    ? {
        ...row,
        headers: typeof row.headers === 'string' ? row.headers : JSON.stringify(row.headers),
      }
    : undefined
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
