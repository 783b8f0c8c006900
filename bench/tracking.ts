import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { temporaryPostgres } from '../bin/lib/postgres.mjs'
import {
  ace,
  bareServer,
  campaign,
  clientOf,
  makeWorkspace,
  settingsOf,
  signIn,
  tributary,
} from './servers.js'
import { pace, race } from './tracking_clicks.js'
import { batches, sales, type Shop } from './tracking_sales.js'
import type { Account, Server } from './servers.js'

/**
 * npm run bench -- tracking [--rounds N] [--seconds N] [--connections N] [--rate N] [--only sqlite|postgres] [--redirect] [--json]
 *
 * The redirect in turn with a bare node:http server that answers the same, on one link and on 1,000; sales in one
 * workspace and over 10; batches. On SQLite (WAL, FULL) and on a PostgreSQL of its own that waits for the disk.
 * It ends with an error unless what was stored is what was answered. With --redirect no sale is sent.
 */
const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '64' },
    rate: { type: 'string', default: '1000' },
    only: { type: 'string' },
    redirect: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const seconds = Number(options.seconds)
const asked = {
  rounds: Number(options.rounds),
  seconds,
  connections: Number(options.connections),
}

const LINKS = 1_000
const SHOPS = 10

const folder = await mkdtemp(join(tmpdir(), 'tributary-bench-'))
// PostgreSQL's own user has to come by.
await chmod(folder, 0o711)
const found: Record<string, Awaited<ReturnType<typeof measure>>> = {}
try {
  if (options.only !== 'postgres') found.sqlite = await measure('')
  if (options.only !== 'sqlite') found.postgres = await onPostgres()
} finally {
  await rm(folder, { recursive: true, force: true })
  report()
}

async function onPostgres() {
  const server = await temporaryPostgres(folder, { durable: true })
  try {
    return await measure(await server.database('bench'))
  } finally {
    await server.stop()
  }
}

async function measure(database: string) {
  const data = join(folder, database ? 'on_postgres' : 'on_sqlite')
  await mkdir(data)
  const env = settingsOf(data, database)
  await ace(env, 'migration:run', '--force')
  const [bare, ours] = [await bareServer(), await tributary(env)]
  try {
    const shops = await openShops(env, ours)
    const [one] = shops
    const links = await moreLinks(ours, one, LINKS)
    const clicks: string[] = []
    const orders: string[] = []
    const redirect = {
      one_link: await race(bare, ours, [`/r/${one.ref}`], asked, clicks),
      many_links: await race(bare, ours, links, asked, clicks),
      fixed_rate: await pace(ours, links, Number(options.rate), asked, clicks),
    }
    await compare(await storedIds(env, `select id from clicks`), clicks)
    if (options.redirect) return { ...redirect, stored: clicks.length }

    const results = {
      ...redirect,
      sales: await sales(ours, [one], { connections: 16, seconds }, orders),
      sales_with_key: await sales(ours, [one], { connections: 16, seconds, keyed: true }, orders),
      sales_of_10: await sales(ours, shops, { connections: 16, seconds }, orders),
      batch_of_sales: await batches(ours, one, { of: 'sale', seconds }, orders),
      batch_with_key: await batches(ours, one, { of: 'sale', seconds, keyed: true }, orders),
    }
    await compare(await storedIds(env, `select external_id as id from conversions`), orders)
    await compare(
      await storedIds(
        env,
        `select c.external_id as id from commissions m join conversions c on c.id = m.conversion_id`
      ),
      orders
    )
    const more: string[] = []
    const others = {
      batch_of_mixed: await batches(ours, one, { of: 'mixed', seconds }, more),
      batch_of_clicks: await batches(ours, one, { of: 'click', seconds }, []),
    }
    orders.push(...more)
    await compare(await storedIds(env, `select external_id as id from conversions`), orders)
    return { ...results, ...others, stored: clicks.length + orders.length }
  } finally {
    await Promise.all([bare.stop(), ours.stop()])
  }
}

/** The first by the command, the others by its owner. */
async function openShops(env: Record<string, string>, { port }: Server): Promise<Shop[]> {
  const first = await makeWorkspace(env)
  const shops = [await openShop(port, first)]
  const token = await signIn(port)
  while (shops.length < SHOPS) {
    const call = clientOf(port, { ...first, api_key: token })
    const { id } = await call('workspaces', { name: 'Bench', currency: 'USD', timezone: 'UTC' })
    const account = { ...first, account_id: id, api_key: token }
    const { secret } = await clientOf(port, account)('api_keys', { name: 'Bench' })
    shops.push(await openShop(port, { ...account, api_key: secret }))
  }
  return shops
}

async function openShop(port: number, account: Account): Promise<Shop> {
  const call = clientOf(port, account)
  await call('campaigns', campaign)
  const { id: affiliate } = await call('affiliates', { email: 'bench@example.com' })
  const { ref_param: ref } = await call('links', { affiliate_id: affiliate })
  return { account: account.account_id, key: account.api_key, ref }
}

async function moreLinks({ port }: Server, { account, key }: Shop, count: number) {
  const call = clientOf(port, { account_id: account, api_key: key, user_id: '' })
  const affiliate = await call('affiliates', { email: 'many@example.com' })
  // The first enrolls the affiliate, which two at once cannot.
  const first = await call('links', { affiliate_id: affiliate.id })
  const paths = [`/r/${first.ref_param}`]
  while (paths.length < count) {
    const made = await Promise.all(
      Array.from({ length: 20 }, () => call('links', { affiliate_id: affiliate.id }))
    )
    paths.push(...made.map(({ ref_param: ref }) => `/r/${ref}`))
  }
  return paths
}

/** A benchmark that does not look at what was stored measures nothing. */
async function compare(stored: string[], told: string[]) {
  const known = new Set(stored)
  const missing = told.filter((id) => !known.has(id))
  if (missing.length > 0 || known.size !== stored.length || stored.length !== told.length)
    throw new Error(
      `${told.length} answered, ${stored.length} stored, ${missing.length} of the answered missing`
    )
}

async function storedIds(env: { DATA_PATH: string; DATABASE_URL: string }, query: string) {
  if (!env.DATABASE_URL) {
    const database = new Sqlite(join(env.DATA_PATH, 'tributary.sqlite3'), { readonly: true })
    return database.prepare(query).pluck().all() as string[]
  }
  const client = new pg.Client({ connectionString: env.DATABASE_URL })
  await client.connect()
  const { rows } = await client.query<{ id: string }>(query)
  await client.end()
  return rows.map(({ id }) => id)
}

function report() {
  if (options.json) return console.log(JSON.stringify(found, null, 2))
  for (const [database, results] of Object.entries(found)) {
    const { stored, ...tables } = results
    console.log(`\n${database}: ${stored} rows, as answered`)
    console.table(tables)
  }
}
