import '#http/context'
import { limits, spend } from '#http/rate_limit'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Counts the calls of each credential, tracking apart, and tells in headers what is left. */
export default class RateLimitMiddleware {
  async handle({ request, response, caller }: HttpContext, next: NextFn) {
    const tracks = request.url().startsWith('/api/v1/track/')
    const limit = tracks ? limits.track : (caller.key?.rateLimit ?? limits.api)
    if (limit === 0) return next()

    const spent = await spend(`${caller.credential}:${tracks ? 'track' : 'api'}`, limit)
    response.header('X-RateLimit-Limit', spent.limit)
    response.header('X-RateLimit-Remaining', spent.remaining)
    response.header('X-RateLimit-Reset', spent.reset)
    return next()
  }
}
