import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { address, faultsOf, signIn } from '#tests/browser/payouts/console'
import { makeEverything } from '#tests/support/everything'
import { patternsOf, screensOf } from '#tests/support/screens'
import { makeWorkspace } from '#tests/support/world'
import type { BrowserContext, Page } from 'playwright'

/** Two, as the browser and the server take turns. */
const PAGES = 2

/**
 * The router says which screens there are, so a new one is looked at by itself: axe finds nothing on it in either
 * theme, it fits a small phone, asks nothing of another host, and the browser has nothing to complain of.
 */
test.group('Every screen in Chromium', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('with everything that can be on it', async ({ assert, browserContext }) => {
    const { workspace, owner } = await makeEverything()
    const { page } = await signIn(browserContext, owner)
    const screens = await shownOf(page, await screensOf(workspace))
    assert.isAbove(screens.length, 60)
    const filtered = ['/commissions?state=held&q=nothing', '/affiliates?sort=name&order=asc']
    assert.deepEqual(await complaintsOf(browserContext, [...screens, ...filtered]), [])
  }).timeout(600_000)

  test('in an empty workspace', async ({ assert, browserContext }) => {
    const { workspace, owner } = await makeWorkspace()
    const { page } = await signIn(browserContext, owner)
    const lists = (await screensOf(workspace)).filter(({ pattern }) => /^\/\w*$/.test(pattern))
    const screens = [...(await shownOf(page, lists)), '/affiliates/aff_none']
    assert.deepEqual(await complaintsOf(browserContext, screens), [])
  }).timeout(240_000)

  test('before the sign-in', async ({ assert, browserContext }) => {
    assert.deepEqual(await complaintsOf(browserContext, patternsOf('outside')), [])
  }).timeout(120_000)
})

/** Where what is on the page depends on the state of its row the most. */
const OF_EVERY_STATE = ['/payout_runs/:id', '/commissions/:id']

/** Pages, not files: of each pattern the first that is shown, of some every state. */
async function shownOf(page: Page, screens: { pattern: string; address: string }[]) {
  const shown: string[] = []
  const patterns = new Set<string>()
  for (const screen of screens) {
    if (patterns.has(screen.pattern) && !OF_EVERY_STATE.includes(screen.pattern)) continue
    const answer = await page.request.get(address(screen.address))
    const isPage = answer.headers()['content-type']?.startsWith('text/html')
    if (!isPage || answer.status() !== 200) continue
    patterns.add(screen.pattern)
    shown.push(screen.address)
  }
  return shown
}

async function complaintsOf(context: BrowserContext, screens: string[]) {
  const waiting = [...screens]
  const complaints: string[] = []
  await Promise.all(
    Array.from({ length: PAGES }, async () => {
      const page = await context.newPage()
      listen(page, complaints)
      for (let screen = waiting.shift(); screen; screen = waiting.shift()) {
        await page.goto(address(screen))
        complaints.push(...(await faultsOf(page)).map((fault) => `${screen}: ${fault}`))
      }
      await page.close()
    })
  )
  return complaints
}

function listen(page: Page, complaints: string[]) {
  const tell = (what: string) => complaints.push(`${page.url()}: ${what}`)
  page.on('pageerror', ({ message }) => tell(message))
  page.on('console', (message) => {
    const isOurs = !/the server responded with a status of 40[34]/.test(message.text())
    if (message.type() === 'error' && isOurs) tell(message.text())
  })
  page.on('request', (request) => {
    const { host, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && host !== new URL(address('/')).host)
      tell(`asks ${request.url()}`)
  })
}
