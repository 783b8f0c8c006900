import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Every answer carries the id that the log knows it by. */
export default class RequestIdMiddleware {
  handle({ request, response }: HttpContext, next: NextFn) {
    response.header('X-Request-Id', request.id()!)
    response.header('Referrer-Policy', 'strict-origin-when-cross-origin')
    return next()
  }
}
