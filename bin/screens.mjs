import { mkdirSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ensureAssets } from './lib/build.mjs'
import { spawn, stop } from './lib/children.mjs'
import { main, say, Stop } from './lib/console.mjs'
import { installPackages } from './lib/install.mjs'
import { node24 } from './lib/node24.mjs'
import { inRoot, root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { TestBench } from './lib/test_bench.mjs'

/** Payouts taken out of the run: another one on each size and theme, which go through the screens at once. */
let excluded = 0

/**
 * npm run screens [name...]: a PNG of every screen of the console, light and dark, on a desktop and a phone, in
 * tmp/screens/<theme>-<size>/<name>.png. It tells of pages that fail, are too wide, or complain in the console.
 *
 * Each screen is a path; `of` opens the first row of a list (or of one of its tabs) and `then` goes on from
 * its path; `act` does something on the page first.
 */
const screens = {
  'overview': { path: '/' },
  'api-docs': { path: '/api/docs' },
  'api-docs-found': { path: '/api/docs?q=refund' },
  'api-docs-part': { path: '/api/docs/affiliates' },
  'reports': { path: '/reports' },
  'reports-by-week': { path: '/reports?interval=week&group_by=link' },

  'campaigns': { path: '/campaigns' },
  'campaigns-new': { path: '/campaigns/new' },
  'campaign': { of: '/campaigns?state=active' },
  'campaign-edit': { of: '/campaigns?state=active', then: '/edit' },
  'campaign-rule': { of: '/campaigns?q=subscriptions', act: openFirstRule },
  'campaign-try': { of: '/campaigns?q=subscriptions', then: '/preview', act: tryASale },
  'campaign-rule-new': { of: '/campaigns?state=active', then: '/rules/new' },
  'campaign-archive': { of: '/campaigns?state=active', then: '/archive/new' },

  'affiliates': { path: '/affiliates' },
  'affiliates-none': { path: '/affiliates?q=nobody-of-this-name' },
  'affiliates-new': { path: '/affiliates/new' },
  'affiliate': { of: '/affiliates?state=active' },
  'affiliate-statements': { of: '/affiliates?state=active', then: '/statements' },
  'affiliate-statement': { of: '/affiliates?state=active', then: `/statements/${lastMonth()}` },
  'affiliate-edit': { of: '/affiliates?state=active', then: '/edit' },
  'affiliate-terms': { of: '/affiliates?state=active', act: openTerms },
  'affiliate-pending': { of: '/affiliates?state=pending' },
  'affiliate-reject': { of: '/affiliates?state=pending', then: '/rejection/new' },
  'affiliate-suspend': { of: '/affiliates?state=active', then: '/suspension/new' },
  'affiliate-archive': { of: '/affiliates?state=active', then: '/archive/new' },

  'affiliate-forget': { of: '/affiliates?state=active', then: '/forgetting/new' },

  'links': { path: '/links' },
  'link-edit': { of: '/links?q=launch' },
  'links-new': { path: '/links/new' },
  'coupons': { path: '/coupons' },
  'coupons-new': { path: '/coupons/new' },
  'coupon-edit': { of: '/coupons' },

  'referrals': { path: '/referrals' },
  'referral': { of: '/referrals?state=customer' },
  'referral-move': { of: '/referrals?state=customer', then: '/move/new' },
  'referral-forget': { of: '/referrals?state=customer', then: '/forgetting/new' },
  'referral-deny': { of: '/referrals?state=customer', then: '/denial/new' },
  'conversions': { path: '/conversions' },
  'conversion': { of: '/conversions' },
  'conversion-attribution': { of: '/conversions', then: '/attribution/new' },
  'conversion-refund': { of: '/conversions?kind=sale', then: '/refunds/new' },

  'commissions': { path: '/commissions' },
  'commissions-held': { path: '/commissions?state=held' },
  'commissions-new': { path: '/commissions/new' },
  'commission': { of: '/commissions' },
  'commission-held': { of: '/commissions?state=held' },
  'commission-release': { of: '/commissions?state=held', then: '/release/new' },
  'commission-void': { of: '/commissions?state=held', then: '/void/new' },

  'runs': { path: '/payout_runs' },
  'runs-new': { path: '/payout_runs/new' },
  'run-to-approve': { of: '/payout_runs?state=awaiting_approval' },
  'run-approve': { of: '/payout_runs?state=awaiting_approval', then: '/approval/new' },
  'run-reject': { of: '/payout_runs?state=awaiting_approval', then: '/rejection/new' },
  'run-cancel': { of: '/payout_runs?state=awaiting_approval', then: '/cancel/new' },
  'run-excluded': { of: '/payout_runs?state=awaiting_approval', act: excludeOne },
  'run-ended': { of: '/payout_runs?state=partly_failed,completed' },
  'run-result-file': {
    of: '/payout_runs?state=partly_failed,completed',
    then: '/reconciliations/new',
  },
  'run-result': { of: '/payout_runs?state=partly_failed,completed', act: readResultFile },
  'payouts': { path: '/payouts' },
  'payout': { of: '/payouts?state=awaiting_approval' },
  'payout-paid': { of: '/payouts?state=paid' },
  'payout-failed': { of: '/payouts?state=failed' },
  'payout-exclude': { of: '/payouts?state=awaiting_approval', then: '/exclusion/new' },
  'payout-return': { of: '/payouts?state=paid', then: '/return/new' },

  'api-keys-none': { path: '/api_keys' },
  'api-keys-new': { path: '/api_keys/new' },
  'api-key-made': { path: '/api_keys/new', act: makeKey },
  'api-keys': { path: '/api_keys' },
  'api-key': { of: '/api_keys' },
  'api-key-edit': { of: '/api_keys', then: '/edit' },
  'tracking': { path: '/tracking' },
  'tracking-python': { path: '/tracking?language=python' },
  'tracking-check': { path: '/tracking/check' },
  'source-stripe': { path: '/sources/stripe' },
  'source-postback': { path: '/sources/postback' },
  'source-events-none': { path: '/source_events' },
  'activity': { path: '/events' },
  'activity-filtered': { path: '/events?type=commission.recorded' },
  'jobs': { path: '/jobs' },
  'settings': { path: '/settings' },
  'settings-refused': { path: '/settings', act: askForTwoApprovals },
  'profile': { path: '/profile' },
  'two-factor': { path: '/profile/two_factor' },
  'two-factor-setting-up': { path: '/profile/two_factor', act: setUpTwoFactor },
  'members': { path: '/members' },
  'member': { of: '/members' },
  'invitations-new': { path: '/invitations/new' },
  'invitation-made': { path: '/invitations/new', act: invite },
  'members-invited': { path: '/members' },
  'invitations': { path: '/invitations' },
  'mails': { path: '/mails' },
  'ownership': { path: '/ownership/new' },
  'workspaces-new': { path: '/workspaces/new' },
  'menu': { path: '/commissions', act: openMenu },
  'not-found': { path: '/there-is-nothing-here', status: 404 },
}

/** Those before the sign-in. */
const openScreens = {
  'sign-in': { path: '/login' },
  'sign-in-refused': { path: '/login', act: signInWrongly },
}

const owner = { email: 'ada@example.com', password: 'correct horse battery' }

const workspaceFlags = [
  ...['--name', 'Acme', '--currency', 'USD', '--timezone', 'Europe/Berlin'],
  ...['--owner-email', owner.email, '--owner-password', owner.password],
]

const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }

const folder = inRoot('tmp', 'screens')

await main(async () => {
  const wanted = process.argv.slice(2)
  await installPackages()
  await ensureAssets()
  if (wanted.length === 0) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })

  const bench = new TestBench()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => bench.close())
  try {
    return await bench.with('screens', (given) => shootAll(given, wanted))
  } finally {
    await bench.close()
  }
})

async function shootAll(given, wanted) {
  const url = `http://127.0.0.1:${given.PORT}`
  const env = { ...given, NODE_ENV: 'production', APP_URL: url, RATE_LIMIT: '0' }
  const { setup_token: token } = JSON.parse(await ace(env, 'prepare', '--json'))
  await startWeb(env, url)

  const camera = await openCamera(url, wanted)
  try {
    await camera.shoot({ setup: { path: `/setup?token=${token}` } })
    say('Filling it with a year of sample data.')
    await ace(env, 'workspace:create', ...workspaceFlags)
    await ace(env, 'demo:load', '--owner-email', owner.email)
    start(env, 'ace.js', 'queue:work')

    await camera.shoot(openScreens)
    await camera.signIn()
    await camera.shoot(screens)
  } finally {
    await camera.close()
  }
  for (const complaint of camera.complaints) say(complaint)
  say(`${camera.count} screens in ${folder}, ${camera.complaints.length} complaints.`)
  return camera.complaints.length === 0 ? 0 : 1
}

async function ace(env, ...args) {
  const { code, stdout, tail } = await run(node24(), ['ace.js', ...args], { cwd: root, env })
  if (code !== 0) throw new Stop(tail)
  return stdout.trim().split('\n').at(-1)
}

/** The web, from the sources. It ends with this process, as a worker does. */
async function startWeb(env, url) {
  const web = start(env, '--import=@poppinss/ts-exec', 'bin/server.ts')
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(`${url}/health/ready`).catch(() => null)
    if (answer?.status === 200) return
    if (web.exitCode !== null) break
    await pause(100)
  }
  await stop(web, 1_000)
  throw new Stop('The instance to photograph did not start.')
}

/** What it logs goes beside the screens. */
function start(env, ...args) {
  const log = openSync(join(folder, 'server.log'), 'a')
  return spawn(node24(), args, { cwd: root, env, stdio: ['ignore', log, log] })
}

/** A browser with a window for each theme and size. */
async function openCamera(url, wanted) {
  const { chromium } = await import('playwright')
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  })
  const windows = []
  const complaints = []
  let count = 0

  for (const colorScheme of ['light', 'dark']) {
    for (const [size, viewport] of Object.entries(sizes)) {
      const context = await browser.newContext({ baseURL: url, colorScheme, viewport })
      const page = await context.newPage()
      const name = `${colorScheme}-${size}`
      page.on('pageerror', ({ message }) => complaints.push(`${name} ${page.url()}: ${message}`))
      page.on('console', (message) => {
        if (/Content Security Policy/.test(message.text()))
          complaints.push(`${name} ${page.url()}: ${message.text()}`)
      })
      mkdirSync(join(folder, name), { recursive: true })
      windows.push({ name, page, viewport })
    }
  }

  async function shootOne({ name: window, page, viewport }, name, screen) {
    const path = screen.path ?? (await firstRow(page, screen))
    if (!path) return complaints.push(`${name}: ${screen.of} has no row to open`)

    const response = await page.goto(path)
    if (response.status() !== (screen.status ?? 200))
      return complaints.push(`${name}: ${path} answered ${response.status()}`)
    await screen.act?.(page)
    await page.evaluate(() => document.fonts.ready)
    // Charts draw themselves in.
    await pause(200)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    if (width > viewport.width) complaints.push(`${name}: ${width} px wide on ${window}`)
    await page.screenshot({ path: join(folder, window, `${name}.png`), fullPage: true })
    count++
  }

  return {
    complaints,
    get count() {
      return count
    },
    async shoot(table) {
      const chosen = Object.entries(table).filter(
        ([name]) => wanted.length === 0 || wanted.some((start) => name.startsWith(start))
      )
      await Promise.all(
        windows.map(async (window) => {
          for (const [name, screen] of chosen) {
            await shootOne(window, name, screen).catch(({ message }) =>
              complaints.push(`${name} on ${window.name}: ${message.split('\n')[0]}`)
            )
          }
        })
      )
    },
    async signIn() {
      for (const { page } of windows) {
        await page.goto('/login')
        await fillSignIn(page, owner.password)
        await page.waitForURL((at) => at.pathname !== '/login')
      }
    },
    close: () => browser.close(),
  }
}

/** 30 days ago, such as 2026-03. */
function lastMonth() {
  return new Date(Date.now() - 30 * 24 * 3_600_000).toISOString().slice(0, 7)
}

/** The path of the first row of a list, and what follows it. */
async function firstRow(page, { of, then = '' }) {
  await page.goto(of)
  const links = await page.locator('a.row-link').all()
  const href = await links[0]?.getAttribute('href')
  return href && href + then
}

async function fillSignIn(page, password) {
  await page.getByLabel('E-mail').fill(owner.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function signInWrongly(page) {
  await fillSignIn(page, 'not the password')
  await page.locator('.callout-danger, .error-summary').first().waitFor()
}

async function makeKey(page) {
  await page.getByLabel('Name', { exact: true }).fill('Production server')
  await page.getByRole('button', { name: 'Read only' }).click()
  await page.getByRole('button', { name: 'Create API key' }).click()
  await page.getByRole('heading', { name: 'Your new key' }).waitFor()
}

async function setUpTwoFactor(page) {
  const button = page.getByRole('button', { name: 'Set it up' })
  if (await button.isVisible()) await button.click()
  await page.getByLabel('Code that it shows').waitFor()
}

async function invite(page) {
  await page.getByLabel('E-mail').fill(`jim.${Date.now() % 100_000}@a-company.example`)
  await page.getByRole('button', { name: 'Make the link' }).click()
  await page.getByRole('heading', { name: 'Their link' }).waitFor()
}

async function askForTwoApprovals(page) {
  await page.getByLabel('two people, always').check()
  await page.getByRole('button', { name: 'Save approvals' }).click()
  await page.locator('.error-summary').waitFor()
}

/** A file of which some matches. */
async function excludeOne(page) {
  await page
    .getByRole('link', { name: /^Exclude .+…$/ })
    .nth(excluded++)
    .click()
  await page.getByLabel('Reason').selectOption({ index: 1 })
  await page.getByRole('button', { name: /^Exclude / }).click()
  await page.getByText(/^Excluded /).waitFor()
}

async function readResultFile(page) {
  const links = await page.locator('a.row-link[href^="/payouts/"]').all()
  const ids = await Promise.all(
    links.slice(0, 5).map(async (link) => (await link.getAttribute('href')).split('/').at(-1))
  )
  const rows = [
    ...ids.map((id, at) => `${id},${at === 1 ? 'open' : 'paid'},bank-1,${at === 3 ? '12.00' : ''}`),
    'po_01k90000000000000000000000,paid,bank-1,20.00',
    `${ids[0]},perhaps,,`,
  ]
  await page.goto(`${page.url()}/reconciliations/new`)
  await page.getByLabel('File').setInputFiles({
    name: 'results.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['payout_id,status,reference,amount', ...rows].join('\n')),
  })
  await page.getByRole('button', { name: 'Read file' }).click()
  await page.getByRole('heading', { name: 'Did not match' }).waitFor()
}

async function openFirstRule(page) {
  await page.locator('main a.row-link[href*="/rules/"]').first().click()
  await page.getByRole('heading', { name: 'Edit rule' }).waitFor()
}

async function tryASale(page) {
  await page.getByLabel('Plan').fill('annual')
  await page.getByLabel('Amount').fill('600')
  await page.getByRole('button', { name: 'Show what it pays' }).click()
  await page.getByRole('heading', { name: 'What it pays' }).waitFor()
}

async function openTerms(page) {
  await page
    .getByRole('link', { name: /^Edit terms in / })
    .first()
    .click()
  await page.getByRole('heading', { name: /^Terms in / }).waitFor()
}

async function openMenu(page) {
  const menu = page.getByRole('button', { name: 'Menu' })
  if (await menu.isVisible()) await menu.click()
  else await page.locator('.sidebar-switcher summary').click()
}
