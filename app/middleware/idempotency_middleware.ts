import '#http/context'
import { BadRequestException } from '#exceptions/errors'
import { fingerprintOf, once, type Answered } from '#http/idempotency'
import { onceTogether } from '#http/once_together'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Headers that belong to an answer's meaning. */
const KEPT_HEADERS = ['location', 'link']

/** Answers a repeated write with the first answer, byte for byte. */
export default class IdempotencyMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { together = false } = {}) {
    const key = idempotencyKey(ctx)
    if (key === undefined) return next()

    const { credential } = ctx.caller
    const write = { credential, key, fingerprint: fingerprintOf(...saidBy(ctx)) }
    const work = async () => {
      await next()
      return answerOf(ctx)
    }
    const { answer, replayed } = together
      ? await onceTogether(write, (its) => {
          ctx.once = its
          return work()
        })
      : await once(write, work)
    const { response } = ctx
    if (replayed) {
      response.status(answer.status).header('Idempotent-Replayed', 'true')
      for (const [name, value] of Object.entries(answer.headers)) response.header(name, value)
    }
    if (answer.body !== '')
      response.header('Content-Type', 'application/json; charset=utf-8').send(answer.body)
  }
}

/** @throws BadRequestException for a key that is none */
export function idempotencyKey({ request }: HttpContext): string | undefined {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method())) return undefined
  const key = request.headers()['idempotency-key'] as string | undefined
  if (key === undefined) return undefined
  if (key.length < 1 || key.length > 255)
    throw new BadRequestException('Idempotency-Key must have 1 to 255 characters.')
  return key
}

function saidBy({ request }: HttpContext) {
  const { query } = request.parsedUrl
  return [request.method(), request.url(), query ?? '', JSON.stringify(request.body() ?? {})]
}

function answerOf({ response }: HttpContext): Answered {
  const kept = KEPT_HEADERS.map((name) => [name, response.getHeader(name)]).filter(
    ([, value]) => value
  )
  const status = response.getStatus()
  const body: unknown = response.getBody()
  const isEmpty = body === undefined || body === null || status === 204
  return {
    status,
    headers: Object.fromEntries(kept),
    body: isEmpty ? '' : typeof body === 'string' ? body : JSON.stringify(body),
  }
}
