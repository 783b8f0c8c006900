import { Env } from '@adonisjs/core/env'

/** Every setting of an instance. `.env.example` describes them; `npm start` fills in what is left out. */
export default await Env.create(new URL('../', import.meta.url), {
  NODE_ENV: Env.schema.enum.optional(['development', 'production', 'test'] as const),
  LOG_LEVEL: Env.schema.enum.optional([
    'fatal',
    'error',
    'warn',
    'info',
    'debug',
    'trace',
    'silent',
  ] as const),

  PORT: Env.schema.number.optional(),
  HOST: Env.schema.string.optional(),
  APP_URL: Env.schema.string.optional({ format: 'url', tld: false }),
  APP_KEY: Env.schema.secret(),
  TRUSTED_PROXIES: Env.schema.string.optional(),

  DATA_PATH: Env.schema.string.optional(),
  DATABASE_URL: Env.schema.secret.optional(),
  DATABASE_PREPARED: Env.schema.boolean.optional(),
  REDIS_URL: Env.schema.secret.optional(),

  SMTP_URL: Env.schema.secret.optional(),
  MAIL_FROM: Env.schema.string.optional(),

  PAYPAL_API_URL: Env.schema.string.optional({ format: 'url', tld: false }),

  RATE_LIMIT: Env.schema.number.optional(),
  RATE_LIMIT_TRACK: Env.schema.number.optional(),
  RATE_LIMIT_BROWSER: Env.schema.number.optional(),
})
