import app from '@adonisjs/core/services/app'
import { secure } from '#config/app'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Whatever is shown comes from here, and nobody shows it in a frame. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "manifest-src 'self'",
  // Vite tells of changed sources over a port of its own.
  app.inProduction ? "connect-src 'self'" : "connect-src 'self' ws:",
  "object-src 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

/** What every answer carries, files and refusals too (OWASP ASVS 5, section 3.4), and the id that the log knows it by. */
const headers = Object.entries({
  'Content-Security-Policy': policy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  ...(secure && { 'Strict-Transport-Security': 'max-age=31536000' }),
})

export default class HeadersMiddleware {
  handle({ request, response }: HttpContext, next: NextFn) {
    response.header('X-Request-Id', request.id()!)
    for (const [name, value] of headers) response.header(name, value)
    return next()
  }
}
