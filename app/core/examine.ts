import env from '#start/env'
import db from '@adonisjs/lucid/services/db'
import { Redis } from 'ioredis'
import { statfs } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { dataFolder, dataPath } from '#config/data'
import { clock } from '#core/clock'
import { fromStored } from '#database/instants'
import { missingTriggers, onSqlite, schemaState } from '#database/schema_state'
import { placeOf, whyUnreachable } from '#database/unreachable'
import { lastBeats } from '#queue/heartbeats'
import { redisOptions } from '#queue/redis_url'
import { lostClicks } from '#tracking/lost_clicks'
import { decimal } from '#views/words'

/** One thing that was looked at: whether it is well, and a sentence. */
export interface Finding {
  name: string
  ok: boolean
  says: string
}

type Answer = Omit<Finding, 'name'>

/** Milliseconds for each look. */
const PATIENCE = 10_000

/** Seconds without a beat after which the worker is taken for dead; it beats every 15. */
const QUIET = 60

/** Days for which lost clicks are something wrong. */
const LOSS_TOLD = 7

/** Bytes. Below this the database may soon have no room to write. */
const LITTLE_ROOM = 500 * 1024 * 1024

/** Seconds that the clocks of this machine and of the database may differ. */
const DRIFT = 5

/** Looks at everything that an instance needs, at each thing by itself. */
export async function examine(): Promise<Finding[]> {
  const looks = { node, database, schema, triggers, redis, worker, clicks, disk, clock: clocks }
  return Promise.all(
    Object.entries(looks).map(async ([name, look]) => ({ name, ...(await inTime(look)) }))
  )
}

const well = (says: string): Answer => ({ ok: true, says })
const wrong = (says: string): Answer => ({ ok: false, says })

async function inTime(look: () => Promise<Answer> | Answer): Promise<Answer> {
  const late = sleep(PATIENCE, wrong(`No answer within ${PATIENCE / 1000} s.`), { ref: false })
  try {
    return await Promise.race([look(), late])
  } catch (error) {
    return wrong(whyUnreachable(error, place()))
  }
}

function node() {
  const { node: version } = process.versions
  return Number.parseInt(version) >= 24
    ? well(`Node ${version}.`)
    : wrong(`Node ${version}; 24 or later is needed.`)
}

async function database() {
  const [row] = onSqlite()
    ? await db.rawQuery('select sqlite_version() as version')
    : await db
        .rawQuery("select current_setting('server_version') as version")
        .then(({ rows }) => rows)
  return well(`${onSqlite() ? 'SQLite' : 'PostgreSQL'} ${row.version} (${place()}) answers.`)
}

async function schema() {
  const { version, pending, unknown } = await schemaState()
  if (unknown.length > 0)
    return wrong(`Migrated by a newer Tributary (${unknown.at(-1)}). Start that one.`)
  if (pending.length > 0)
    return wrong(`${pending.length} migrations are pending. npm start runs them.`)
  return well(`At ${version?.split('/').at(-1)}; nothing is pending.`)
}

async function triggers() {
  const missing = await missingTriggers()
  return missing.length === 0
    ? well('The triggers that keep the books unchanged are there.')
    : wrong(
        `Triggers are missing: ${missing.join(', ')}. Run ledger:verify; go back to a copy that has them.`
      )
}

async function redis() {
  const url = env.get('REDIS_URL')?.release()
  if (!url) return wrong('None runs. npm start starts one, or REDIS_URL names one.')
  const client = new Redis({
    ...redisOptions(url),
    lazyConnect: true,
    retryStrategy: null,
    maxRetriesPerRequest: 0,
  })
  let reason = ''
  client.on(
    'error',
    ({ message, code }: NodeJS.ErrnoException) => (reason = message || String(code))
  )
  try {
    await client.connect()
    await client.ping()
    return redisKeeps(
      await settingOf(client, 'maxmemory-policy'),
      await settingOf(client, 'appendonly')
    )
  } catch (error) {
    return wrong(`It does not answer: ${reason || (error as Error).message}.`)
  } finally {
    client.disconnect()
  }
}

function redisKeeps(policy: string, appendOnly: string) {
  if (policy && policy !== 'noeviction')
    return wrong(`maxmemory-policy is ${policy}; it must be noeviction.`)
  if (appendOnly === 'no')
    return wrong('appendonly is no, so a restart of Redis loses jobs. Set it to yes.')
  return well(
    policy
      ? 'Answers; evicts nothing, writes everything down.'
      : 'Answers; its settings are not shown.'
  )
}

/** Empty where the server does not tell. */
async function settingOf(client: Redis, name: string) {
  const pair = await client.config('GET', name).catch(() => [])
  return String((pair as string[])[1] ?? '')
}

async function worker() {
  const beats = await lastBeats<{ pid?: number }>(['worker'])
  const beat = beats.get('worker')
  if (!beat) return wrong('No worker ever ran. npm start runs one.')
  const seconds = Math.round(clock.now().diff(beat.beatAt).as('seconds'))
  return seconds <= QUIET
    ? well(`Its last beat was ${seconds} s ago.`)
    : wrong(`Its last beat was ${seconds} s ago (${beat.beatAt.toISO()}). Is npm start running?`)
}

async function clicks() {
  const lost = await lostClicks()
  if (!lost) return well('None was ever lost.')
  const says = `${lost.count} were lost so far, the last at ${lost.lastAt.toISO()}.`
  return clock.now().diff(lost.lastAt).as('days') > LOSS_TOLD
    ? well(says)
    : wrong(
        `${says} The database was away until the spill file was full, or refused them: see the log.`
      )
}

async function disk() {
  const { bavail, bsize } = await statfs(dataFolder)
  const bytes = bavail * bsize
  const says = `${decimal(bytes / 1024 ** 3)} GB are free in ${dataFolder}.`
  return bytes < LITTLE_ROOM
    ? wrong(`${says} Make room: without it nothing can be stored.`)
    : well(says)
}

async function clocks() {
  const [row] = onSqlite()
    ? await db.rawQuery("select strftime('%Y-%m-%d %H:%M:%f', 'now') as now")
    : await db.rawQuery("select (now() at time zone 'UTC')::text as now").then(({ rows }) => rows)
  const drift = clock.now().diff(fromStored(row.now)).as('seconds')
  const says = `${clock.now().toISO()}; the database's is ${decimal(Math.abs(drift))} s off.`
  return Math.abs(drift) > DRIFT ? wrong(`${says} Set both machines by NTP.`) : well(says)
}

function place() {
  const url = env.get('DATABASE_URL')?.release()
  return url ? placeOf(url) : dataPath('tributary.sqlite3')
}
