import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { circumstances, round } from './figures.js'
import { at } from './load.js'
import {
  ace,
  campaign,
  clientOf,
  makeWorkspace,
  settingsOf,
  tributary,
  type Account,
  type Server,
} from './servers.js'
import { startWorker, tell } from './worker.js'

/**
 * npm run bench -- api [--postgres URL] [--commissions N] [--requests N] [--json]
 *
 * Lists of commissions by the API, on one web process, one request after the other: how long each takes, and how
 * many a second that is. Each is asked twice, and the second time counts: by then the rows are in memory. Ends with
 * 1 where a page by cursor takes more than its limit. `--postgres` names an empty database; without it SQLite in a
 * folder of its own.
 */
const { values: options } = parseArgs({
  options: {
    postgres: { type: 'string' },
    commissions: { type: 'string', default: '2000000' },
    affiliates: { type: 'string', default: '20000' },
    requests: { type: 'string', default: '1000' },
    json: { type: 'boolean', default: false },
  },
})
const commissions = Number(options.commissions)
const affiliates = Number(options.affiliates)
const requests = Number(options.requests)

/** What a page by cursor may take anywhere, in milliseconds. */
const LIMIT = 20

const folder = await mkdtemp(join(tmpdir(), 'tributary-bench-'))
const env = settingsOf(folder, options.postgres)

interface Figures {
  list: string
  p50_ms: number
  p99_ms: number
  per_second: number
  /** Of the web process, a request. */
  processor_ms: number
  limit_ms: number | null
}

try {
  await ace(env, 'migration:run', '--force')
  const account = await makeWorkspace(env)
  report(await measureAll(account))
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function measureAll(account: Account): Promise<Figures[]> {
  const web = await tributary(env)
  const worker = await startWorker(env)
  try {
    const { id: campaignId } = await clientOf(web.port, account)('campaigns', campaign)
    const who = { workspaceId: account.account_id, userId: account.user_id }
    await tell(worker, 'fill', { ...who, campaignId, affiliates, commissions })
  } finally {
    worker.disconnect()
  }
  const get = getterOf(web.port, account)
  try {
    const figures: Figures[] = []
    for (const [list, queries] of Object.entries(asked()))
      figures.push(await measure(list, queries, get, web))
    return figures
  } finally {
    await web.stop()
  }
}

/** What is asked, by name; each in turn. */
function asked(): Record<string, string[]> {
  const spread = (prefix: string, rows: number) =>
    Array.from({ length: requests }, (_, part) =>
      idOf(prefix, Math.floor((rows * (part + 0.5)) / requests))
    )
  const somewhere = spread('com', commissions)
  const someone = spread('aff', affiliates)
  const after = (query: string) => somewhere.map((id) => `${query}&starting_after=${id}`)
  const three = 'expand=affiliate,campaign,conversion'
  return {
    'first page': ['limit=20'],
    'page 50': ['limit=20&page=50'],
    'by cursor, anywhere': after('limit=20'),
    'by cursor, backwards': somewhere.map((id) => `limit=20&ending_before=${id}`),
    'by cursor, 100 a page': after('limit=100'),
    'by cursor, of one state': after('limit=20&state=pending'),
    'by cursor, by amount': after('limit=20&sort=amount'),
    'by cursor, by due date': after('limit=20&sort=due_at'),
    'of one affiliate and state': someone.map((id) => `affiliate_id=${id}&state=pending`),
    'by cursor, of one affiliate and state': someone.map(
      (id, index) => `affiliate_id=${id}&state=pending&starting_after=${somewhere[index]}`
    ),
    'first page, three expansions': [`limit=20&${three}`],
    'by cursor, three expansions': after(`limit=20&${three}`),
  }
}

async function measure(
  list: string,
  queries: string[],
  get: (query: string) => Promise<{ count: number }>,
  web: Server
): Promise<Figures> {
  const times: number[] = []
  let rows = 0
  const isLimited = list.startsWith('by cursor')
  const counted = isLimited ? requests : requests / 10
  for (let asking = 0; asking < counted; asking++) await get(queries[asking % queries.length])
  const worked = await web.processor()
  const begun = performance.now()
  for (let asking = 0; asking < counted; asking++) {
    const sent = performance.now()
    rows += (await get(queries[asking % queries.length])).count
    times.push(performance.now() - sent)
  }
  const seconds = (performance.now() - begun) / 1_000
  const processor = (await web.processor()) - worked
  if (rows === 0) throw new Error(`No rows came of ${list}`)
  times.sort((one, other) => one - other)
  return {
    list,
    p50_ms: round(at(times, 0.5), 1),
    p99_ms: round(at(times, 0.99), 1),
    per_second: Math.round(counted / seconds),
    processor_ms: round((processor / counted) * 1_000, 1),
    limit_ms: isLimited ? LIMIT : null,
  }
}

function getterOf(port: number, { account_id: account, api_key: key }: Account) {
  const headers = { 'Authorization': `Bearer ${key}`, 'X-Account-Id': account }
  return async (query: string) => {
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/commissions?${query}`, {
      headers,
    })
    if (!response.ok) throw new Error(`${query}: ${response.status} ${await response.text()}`)
    const { pagination } = (await response.json()) as { pagination: { count: number } }
    return pagination
  }
}

/** As the filling names them. */
function idOf(prefix: string, number: number) {
  return `${prefix}_01bench${String(number).padStart(19, '0')}`
}

function report(lists: Figures[]) {
  const outcome = {
    ...circumstances(options.postgres),
    commissions,
    affiliates,
    lists,
  }
  if (!options.json) console.table(lists)
  console.log(JSON.stringify(outcome))
  if (lists.some(({ p99_ms: took, limit_ms: limit }) => limit !== null && took > limit))
    process.exitCode = 1
}
