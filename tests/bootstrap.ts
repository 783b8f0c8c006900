import { apiClient } from '@japa/api-client'
import { assert } from '@japa/assert'
import { browserClient } from '@japa/browser-client'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import { dbAssertions } from '@adonisjs/lucid/plugins/db'
import { sessionApiClient } from '@adonisjs/session/plugins/api_client'
import fc from 'fast-check'
import { chromium } from 'playwright'
import { seed } from '#tests/support/seed'
import type { Config } from '@japa/runner/types'

const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const plugins: Config['plugins'] = [
  assert(),
  pluginAdonisJS(app),
  dbAssertions(app),
  apiClient(),
  sessionApiClient(app),
  browserClient({
    runInSuites: ['browser'],
    launcher: (options) =>
      chromium.launch({ ...options, executablePath: '/usr/bin/chromium', args: chromiumFlags }),
  }),
]

export const runnerHooks: Required<Pick<Config, 'setup' | 'teardown'>> = {
  setup: [() => testUtils.db().migrate()],
  teardown: [],
}

fc.configureGlobal({ seed })

export const configureSuite: Config['configureSuite'] = (suite) => {
  if (suite.name === 'functional' || suite.name === 'browser') {
    suite.setup(() => testUtils.httpServer().start())
    suite.setup(keepTemplates)
    suite.setup(liftLimits)
  }
}

/** Compiled once, as in production: no template changes while tests run. */
async function keepTemplates() {
  const { default: edge } = await import('edge.js')
  const { keepIncludes } = await import('#views/includes')
  edge.configure({ cache: true })
  keepIncludes()
}

/** Tests sign in by the real form and have mails sent, more often in a minute than a person may. */
async function liftLimits() {
  const { limits } = await import('#http/rate_limit')
  limits.signIn = 1000
  limits.mails = 1000
}
