import { compressed, encodingFor } from '#http/compression'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Bytes below which it is not worth it. */
const SMALL = 1_024

/**
 * Pages travel compressed, to a seventh or so. What is secret in them (the CSRF token) is masked anew for each
 * answer, so that its length tells nothing.
 */
export default class CompressMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    await next()
    const { response } = ctx
    const body: unknown = response.getBody()
    if (typeof body !== 'string' || body.length < SMALL || !body.startsWith('<')) return

    response.vary('Accept-Encoding')
    const encoding = encodingFor(ctx)
    if (!encoding) return
    const packed = await compressed(body, encoding, 'quick')
    response.safeHeader('Content-Type', 'text/html; charset=utf-8')
    response.header('Content-Encoding', encoding)
    response.send(packed)
  }
}
