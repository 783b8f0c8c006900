import '#http/context'
import { limits, spend, tell } from '#http/rate_limit'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * Counts the calls of each credential and tells in headers what is left. Tracking is counted apart, but for a key
 * with a limit of its own: that one is for all.
 */
export default class RateLimitMiddleware {
  async handle({ response, caller }: HttpContext, next: NextFn, { tracks }: { tracks: boolean }) {
    const own = caller.key?.rateLimit
    const limit = own ?? (tracks ? limits.track : limits.api)
    if (limit === 0) return next()

    const calls = own ? 'all' : tracks ? 'track' : 'api'
    tell(response, await spend(`${caller.credential}:${calls}`, limit))
    return next()
  }
}
