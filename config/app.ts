import env from '#start/env'
import { defineConfig } from '@adonisjs/core/http'
import proxies from '#config/proxies'

export const port = env.get('PORT', 3333)

/** Where people and programs reach this instance; links, mails and cookies are made from it. */
export const appUrl = env.get('APP_URL', `http://${env.get('HOST', '127.0.0.1')}:${port}`)

export const secure = appUrl.startsWith('https:')

export const http = defineConfig({
  generateRequestId: true,
  allowMethodSpoofing: true,
  useAsyncLocalStorage: false,
  trustProxy: proxies,
  redirect: { forwardQueryString: false },
  cookie: {
    domain: '',
    path: '/',
    maxAge: '2h',
    httpOnly: true,
    secure,
    sameSite: 'lax',
  },
})
