import { errorForLog } from '#core/error_for_log'
import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { defineConfig, syncDestination, targets } from '@adonisjs/core/logger'
import type { InferLoggers } from '@adonisjs/core/types'

const loggerConfig = defineConfig({
  default: 'app',
  loggers: {
    app: {
      enabled: true,
      name: 'tributary',
      level: env.get('LOG_LEVEL', app.inTest ? 'warn' : 'info'),
      destination: app.inDev ? await syncDestination() : undefined,
      transport: app.inDev ? undefined : { targets: [targets.file({ destination: 1 })] },
      serializers: { err: errorForLog },
      redact: {
        paths: ['req.headers', '*.password', '*.secret', '*.token', '*.authorization', '*.iban'],
        censor: '[hidden]',
      },
    },
  },
})

export default loggerConfig

declare module '@adonisjs/core/types' {
  export interface LoggersList extends InferLoggers<typeof loggerConfig> {}
}
