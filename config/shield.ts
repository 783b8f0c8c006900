import { defineConfig } from '@adonisjs/shield'
import type { HttpContext } from '@adonisjs/core/http'

/** Its headers are set for every answer, not only for pages: app/middleware/headers_middleware.ts. */
const shieldConfig = defineConfig({
  csp: { enabled: false },
  xFrame: { enabled: false },
  hsts: { enabled: false },
  contentTypeSniffing: { enabled: false },
  csrf: {
    enabled: true,
    exceptRoutes: cannotBeForged,
    enableXsrfCookie: false,
    methods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  },
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
