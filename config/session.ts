import app from '@adonisjs/core/services/app'
import { secure } from '#config/app'
import { defineConfig, stores } from '@adonisjs/session'

export default defineConfig({
  enabled: true,
  cookieName: secure ? '__Host-tributary' : 'tributary',
  clearWithBrowser: false,
  age: '14d',
  cookie: { path: '/', httpOnly: true, secure, sameSite: 'lax' },
  store: app.inTest ? 'memory' : 'database',
  stores: {
    database: stores.database({ tableName: 'session_data' }),
  },
})
