import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { load, type Result } from './load.js'
import { ace, bareServer, program, tributary, type Server } from './servers.js'

/**
 * npm run bench -- redirect [--postgres URL] [--links N] [--rounds N] [--seconds N] [--connections N] [--json]
 *
 * Visits links of a web process on loopback, in turn with a bare node:http server, and compares what was stored
 * with what was answered. `--postgres` names an empty database; without it SQLite in a folder of its own.
 */
const { values: options } = parseArgs({
  options: {
    postgres: { type: 'string' },
    links: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '64' },
    json: { type: 'boolean', default: false },
  },
})

/** No round answers more, however fast the machine: it bounds the ids that are compared. */
const MOST = 1_000_000

const folder = await mkdtemp(join(tmpdir(), 'tributary-bench-'))
const env = {
  NODE_ENV: 'production',
  LOG_LEVEL: 'error',
  HOST: '127.0.0.1',
  RATE_LIMIT: '0',
  APP_KEY: randomBytes(32).toString('base64url'),
  DATA_PATH: folder,
  DATABASE_URL: options.postgres ?? '',
  REDIS_URL: '',
}

const servers: Server[] = []
try {
  await ace(env, 'migration:run', '--force')
  servers.push(await bareServer(), await tributary(env))
  const [bare, ours] = servers
  const paths = await program(env, ours.port, Number(options.links))
  await report(await measure(bare, ours, paths), ours)
} finally {
  await Promise.all(servers.map((server) => server.stop()))
  await rm(folder, { recursive: true, force: true })
}

/** `processor` is what one answer took of it, in microseconds: it tells the most on a machine that is busy. */
type Measured = Result & { processor: number }

interface Round {
  bare: Measured
  ours: Measured
}

async function measure(bare: Server, ours: Server, paths: string[]): Promise<Round[]> {
  const rounds: Round[] = []
  const told = await visits(ours, paths, 2)
  await visits(bare, paths, 1)
  for (let round = 0; round < Number(options.rounds); round++) {
    rounds.push({ bare: await visits(bare, paths), ours: await visits(ours, paths) })
    told.clicks.push(...rounds[round].ours.clicks)
  }
  await compare(told.clicks)
  return rounds
}

async function visits(
  server: Server,
  paths: string[],
  seconds = Number(options.seconds)
): Promise<Measured> {
  const connections = Number(options.connections)
  const before = await server.processor()
  const result = await load({ port: server.port, paths, connections, seconds, most: MOST })
  const taken = (await server.processor()) - before
  return { ...result, processor: (taken / result.answers) * 1_000_000 }
}

/** A benchmark that does not look at what was stored measures nothing. */
async function compare(told: string[]) {
  const stored = new Set(await storedClicks())
  const missing = told.filter((id) => !stored.has(id))
  if (missing.length > 0 || new Set(told).size !== stored.size) {
    throw new Error(
      `${told.length} answered, ${stored.size} stored, ${missing.length} of the answered missing`
    )
  }
}

async function storedClicks(): Promise<string[]> {
  const query = 'select id from clicks'
  if (!options.postgres) {
    return new Sqlite(join(folder, 'tributary.sqlite3'), { readonly: true })
      .prepare(query)
      .pluck()
      .all() as string[]
  }
  const client = new pg.Client({ connectionString: options.postgres })
  await client.connect()
  const { rows } = await client.query<{ id: string }>(query)
  await client.end()
  return rows.map(({ id }) => id)
}

async function report(rounds: Round[], ours: Server) {
  const perSecond = (result: Result) => result.answers / result.seconds
  const outcome = {
    database: options.postgres ? 'postgres' : 'sqlite',
    links: Number(options.links),
    connections: Number(options.connections),
    rounds: rounds.length,
    clicks_stored: rounds.reduce((sum, round) => sum + round.ours.clicks.length, 0),
    requests_per_second: median(rounds.map((round) => perSecond(round.ours))),
    bare_requests_per_second: median(rounds.map((round) => perSecond(round.bare))),
    ratio: median(
      rounds.map((round) => perSecond(round.ours) / perSecond(round.bare)),
      3
    ),
    processor_us: median(rounds.map((round) => round.ours.processor)),
    bare_processor_us: median(rounds.map((round) => round.bare.processor)),
    p50_ms: median(
      rounds.map((round) => round.ours.p50),
      1
    ),
    p99_ms: median(
      rounds.map((round) => round.ours.p99),
      1
    ),
    memory_mb: Math.round((await ours.memory()) / 1024 / 1024),
  }
  if (options.json) console.log(JSON.stringify(outcome))
  else
    for (const [name, value] of Object.entries(outcome)) console.log(`${name.padEnd(26)}${value}`)
}

function median(numbers: number[], digits = 0) {
  const sorted = numbers.toSorted((one, other) => one - other)
  const middle = (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2
  return Number(middle.toFixed(digits))
}
