import app from '@adonisjs/core/services/app'
import { secure } from '#config/app'
import { defineConfig } from '@adonisjs/shield'
import type { HttpContext } from '@adonisjs/core/http'

const shieldConfig = defineConfig({
  csp: {
    enabled: true,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", '@nonce'],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      // Vite tells of changed sources over a port of its own.
      connectSrc: app.inProduction ? ["'self'"] : ["'self'", 'ws:'],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      manifestSrc: ["'self'"],
    },
    reportOnly: false,
  },
  csrf: {
    enabled: true,
    exceptRoutes: cannotBeForged,
    enableXsrfCookie: false,
    methods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  },
  xFrame: { enabled: true, action: 'DENY' },
  hsts: { enabled: secure, maxAge: '365 days', includeSubDomains: false },
  contentTypeSniffing: { enabled: true },
})

/**
 * A browser never adds an API key by itself, and a request without a cookie has no session to abuse:
 * neither can be forged. A session on /api needs the CSRF token like any other.
 */
function cannotBeForged({ request }: HttpContext) {
  const carriesKey = request.header('authorization') || request.header('x-api-key')
  return request.url().startsWith('/api/') && Boolean(carriesKey || !request.header('cookie'))
}

export default shieldConfig
