import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { get, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { circumstances, round } from './figures.js'
import { at } from './load.js'
import { lists, pages } from './console_screens.js'
import {
  ace,
  campaign,
  clientOf,
  makeWorkspace,
  person,
  settingsOf,
  tributary,
  type Server,
} from './servers.js'
import { startWorker, tell } from './worker.js'

/**
 * npm run bench -- console [--postgres URL] [--commissions N] [--affiliates N] [--rounds N] [--json]
 *
 * Signs in to the console of a filled workspace and asks for each screen: the median time to its last byte, the
 * queries it takes (a list also for five times the rows, where there must be no more), and its bytes as they travel,
 * alone and with what a browser loads that has nothing yet. Ends with 1 when a screen is beyond a limit.
 */
const { values: options } = parseArgs({
  options: {
    postgres: { type: 'string' },
    commissions: { type: 'string', default: '100000' },
    affiliates: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
  },
})

/** When each affiliate in turn begins to sell, one a second (money_fill.ts). */
const FIRST_SALE = Date.parse('2026-01-01T00:00:00Z')

const limits = { ms: 50, warm: 30_000, cold: 200_000 }

interface Screen {
  screen: string
  ms: number
  /** What the web process took of the processor for one answer: on a busy machine the better measure. */
  cpu_ms: number
  queries: number
  /** For 100 rows, of a list. */
  queries_100: number | null
  warm_bytes: number
  cold_bytes: number
}

const folder = await mkdtemp(join(tmpdir(), 'tributary-bench-'))
const env = settingsOf(folder, options.postgres)

let web: Server | undefined
try {
  await ace(env, 'migration:run', '--force')
  const account = await makeWorkspace(env)
  web = await tributary(env, 'count_queries.mjs')
  const { id: campaignId } = await clientOf(web.port, account)('campaigns', campaign)
  const who = { workspaceId: account.account_id, userId: account.user_id, campaignId }
  process.exitCode = report(await measureAll(web, who))
} finally {
  await web?.stop()
  await rm(folder, { recursive: true, force: true })
}

interface Who {
  workspaceId: string
  userId: string
  campaignId: string
}

/**
 * A program as it stands after a good month: before a run is opened over all of it; and when one waits for approval,
 * after another that paid nine affiliates of ten for their first sale.
 */
async function measureAll(server: Server, who: Who): Promise<Screen[]> {
  const worker = await startWorker(env)
  const affiliates = Number(options.affiliates)
  try {
    await tell(worker, 'fill', { ...who, affiliates, commissions: Number(options.commissions) })
    await tell(worker, 'fillCustomers', who)
    await tell(worker, 'mature', {})
    await tell(worker, 'vacuum', {})
    const cookie = await signIn(server.port)
    // A server that was just started is slow at first, whatever it is asked.
    for (const path of lists) await fetched(server.port, path, cookie)
    const [opening] = await measureEach(server, cookie, [], ['/payout_runs/new'])

    const until = new Date(FIRST_SALE + affiliates * 900).toISOString()
    const { answer: paid } = await tell(worker, 'open', { ...who, until })
    const earlier = { ...who, runId: (paid as { id: string }).id }
    for (const step of ['approve', 'files', 'pay']) await tell(worker, step, earlier)
    const { answer } = await tell(worker, 'open', who)
    await tell(worker, 'vacuum', {})
    const ids = await idsOf(server, cookie, (answer as { id: string }).id)
    const named = pages.map((path) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name]))
    return [
      { ...opening, screen: '/payout_runs/new, all due' },
      ...(await measureEach(server, cookie, lists, named)),
    ]
  } finally {
    worker.disconnect()
  }
}

/** One id of each kind. */
async function idsOf(server: Server, cookie: string, run: string) {
  const ids: Record<string, string> = { run }
  for (const list of [
    'campaigns',
    'affiliates',
    'referrals',
    'conversions',
    'commissions',
    'payouts',
  ]) {
    const { body } = await fetched(server.port, `/${list}`, cookie, 'identity')
    ids[list.slice(0, -1)] = new RegExp(`/${list}/(\\w+_\\w+)`).exec(body.toString())![1]
  }
  return ids
}

async function measureEach(server: Server, cookie: string, some: string[], others: string[]) {
  const ask = (path: string) => fetched(server.port, path, cookie)
  const assets = new Map<string, number>()

  const measure = async (path: string, isList: boolean): Promise<Screen> => {
    await ask(path)
    const times: number[] = []
    await server.queries()
    const before = await server.processor()
    while (times.length < Number(options.rounds)) times.push((await ask(path)).ms)
    const cpu = ((await server.processor()) - before) / times.length
    const queries = (await server.queries()) / times.length
    const { body } = await ask(path)
    return {
      screen: path,
      ms: round(
        at(
          times.toSorted((a, b) => a - b),
          0.5
        ),
        1
      ),
      cpu_ms: round(cpu * 1_000, 1),
      queries: round(queries, 1),
      queries_100: isList ? await queriesOf(server, ask, withRows(path, 100)) : null,
      warm_bytes: body.length,
      cold_bytes: body.length + (await assetsOf(server.port, path, cookie, assets)),
    }
  }

  const screens: Screen[] = []
  for (const path of some) screens.push(await measure(path, true))
  for (const path of others) screens.push(await measure(path, false))
  return screens
}

async function queriesOf(server: Server, ask: (path: string) => Promise<unknown>, path: string) {
  await server.queries()
  await ask(path)
  return server.queries()
}

function withRows(path: string, rows: number) {
  return `${path}${path.includes('?') ? '&' : '?'}limit=${rows}`
}

async function signIn(port: number) {
  const form = await fetched(port, '/login', '', 'identity')
  const [, token] = /csrf-token['"] content=['"]([^'"]+)/.exec(form.body.toString())!
  const answer = await fetch(`http://127.0.0.1:${port}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: cookiesOf(form.headers) },
    body: new URLSearchParams({ _csrf: token, ...person }),
  })
  return cookiesOf({ 'set-cookie': answer.headers.getSetCookie() })
}

function cookiesOf(headers: IncomingHttpHeaders) {
  return (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ')
}

/** Bytes as they travel: Node's own fetch would unpack them. */
async function fetched(port: number, path: string, cookie: string, encoding = 'gzip') {
  const began = performance.now()
  const headers = { 'Cookie': cookie, 'Accept-Encoding': encoding }
  const [answer] = await once(get({ port, host: '127.0.0.1', path, headers }), 'response')
  const chunks: Buffer[] = await answer.toArray()
  if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}`)
  return { body: Buffer.concat(chunks), headers: answer.headers, ms: performance.now() - began }
}

/** What a page names, and what that names: styles, scripts, the chart where there is one, the Latin letters. */
async function assetsOf(port: number, path: string, cookie: string, known: Map<string, number>) {
  const { body } = await fetched(port, path, cookie, 'identity')
  const html = body.toString()
  const named = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, asset]) => asset)
  for (const asset of [...named]) {
    const { body: text } = await fetched(port, asset, cookie, 'identity')
    for (const [, file] of text.toString().matchAll(/([\w-]+\.(?:js|woff2))/g))
      if (/inter-latin-wght/.test(file) || (/^chart-/.test(file) && html.includes('<t-chart')))
        named.push(`/assets/${file}`)
  }
  let bytes = 0
  for (const asset of new Set(named)) {
    if (!known.has(asset)) known.set(asset, (await fetched(port, asset, cookie)).body.length)
    bytes += known.get(asset)!
  }
  return bytes
}

function report(screens: Screen[]) {
  const outcome = {
    ...circumstances(options.postgres),
    commissions: Number(options.commissions),
    affiliates: Number(options.affiliates),
    limits,
    screens,
  }
  const beyond = screens.filter(
    ({ ms, warm_bytes: warm, cold_bytes: cold, queries, queries_100: more }) =>
      ms > limits.ms || warm > limits.warm || cold > limits.cold || (more ?? 0) > queries + 1
  )
  if (options.json) console.log(JSON.stringify(outcome))
  else {
    console.table(Object.fromEntries(screens.map(({ screen, ...figures }) => [screen, figures])))
    for (const { screen } of beyond) console.log(`Beyond a limit: ${screen}`)
  }
  return beyond.length === 0 ? 0 : 1
}
