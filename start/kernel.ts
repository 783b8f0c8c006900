import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'
import { refuseBrokenAddresses } from '#http/broken_address'

server.errorHandler(() => import('#exceptions/handler'))

refuseBrokenAddresses(server)

/** For every request. */
server.use([
  () => import('#middleware/container_bindings_middleware'),
  () => import('#middleware/headers_middleware'),
  () => import('#middleware/compress_middleware'),
  () => import('#middleware/assets_middleware'),
  () => import('@adonisjs/vite/vite_middleware'),
])

/** Both faces are made of these, in the order in which they refuse; start/routes.ts puts them together. */
export const middleware = router.named({
  face: () => import('#middleware/face_middleware'),
  may: () => import('#middleware/may_middleware'),

  body: () => import('@adonisjs/core/bodyparser_middleware'),
  uploads: () => import('#middleware/uploads_middleware'),
  session: () => import('@adonisjs/session/session_middleware'),
  shield: () => import('@adonisjs/shield/shield_middleware'),
  auth: () => import('@adonisjs/auth/initialize_auth_middleware'),
  form: () => import('#middleware/form_middleware'),
  consoleCaller: () => import('#middleware/console_caller_middleware'),
  consoleWorkspace: () => import('#middleware/console_workspace_middleware'),

  jsonBody: () => import('#middleware/json_body_middleware'),
  apiCaller: () => import('#middleware/api_caller_middleware'),
  account: () => import('#middleware/account_middleware'),
  affiliateAccount: () => import('#middleware/affiliate_account_middleware'),
  rateLimit: () => import('#middleware/rate_limit_middleware'),
  strict: () => import('#middleware/strict_middleware'),
  idempotency: () => import('#middleware/idempotency_middleware'),
  dialect: () => import('#middleware/dialect_middleware'),
})
