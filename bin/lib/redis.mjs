import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ensureProgram } from './apt.mjs'
import { spawn } from './children.mjs'
import { Stop } from './console.mjs'
import { freePort } from './ports.mjs'

/** A socket's path has room for 107 bytes; past that Redis listens on a loopback port. */
const longestSocketPath = 100

const impatient = {
  lazyConnect: true,
  retryStrategy: null,
  connectTimeout: 3000,
  commandTimeout: 3000,
  maxRetriesPerRequest: 0,
  enableReadyCheck: false,
}

/**
 * A Redis of this instance's own: everything is written to the append-only file, nothing is ever evicted, and
 * only who can read the data folder has the password. `launch` starts the server; `url` is for children.
 */
export async function privateRedis(dataFolder, password) {
  const server = await ensureProgram(
    'redis-server',
    'redis-server',
    'Or set REDIS_URL to a Redis that runs already.'
  )
  const folder = join(dataFolder, 'redis')
  mkdirSync(folder, { recursive: true, mode: 0o700 })

  const socket = join(folder, 'redis.sock')
  const port = Buffer.byteLength(socket) > longestSocketPath ? await freePort() : 0
  const url = port
    ? `redis://:${password}@127.0.0.1:${port}`
    : `unix://${encodeURIComponent(socket).replaceAll('%2F', '/')}?password=${password}`
  const config = join(folder, 'redis.conf')
  const urlFile = join(folder, 'url')

  await requireNoneRunning(url, folder)
  writeSecretly(config, configuration({ folder, socket, port, password }))
  writeSecretly(urlFile, `${url}\n`)
  return {
    url,
    folder,
    launch: () => spawn(server, [config], { stdio: ['ignore', 'pipe', 'pipe'] }),
    forget: () => rmSync(urlFile, { force: true }),
  }
}

/** Waits until a Redis answers; false when it does not in time. */
export async function answersWithin(url, milliseconds) {
  const end = Date.now() + milliseconds
  do {
    if ((await ask(url)).answered) return true
    await pause(50)
  } while (Date.now() < end)
  return false
}

/** Refuses, with a sentence, a REDIS_URL that cannot be used; answers a warning when it may lose jobs. */
export async function requireRedis(url) {
  const { answered, error, policy } = await ask(url)
  if (!answered) {
    throw new Stop(
      `The Redis of REDIS_URL (${withoutSecrets(url)}) does not answer: ${error}. Start it or correct REDIS_URL; without REDIS_URL, Tributary runs a Redis of its own.`
    )
  }
  if (policy && policy !== 'noeviction') {
    return `The Redis of REDIS_URL may forget jobs when its memory is full: its maxmemory-policy is ${policy}, and should be noeviction.`
  }
}

async function ask(url) {
  const { Redis } = await import('ioredis')
  let client
  let error = null
  try {
    client = url.startsWith('unix:')
      ? new Redis({ ...overSocket(url), ...impatient })
      : new Redis(url, impatient)
    client.on('error', (failure) => (error = failure))
    await client.connect()
    await client.ping()
    const policy = await client.config('GET', 'maxmemory-policy').catch(() => [])
    return { answered: true, policy: policy[1] }
  } catch (failure) {
    return { answered: false, error: inWords(error ?? failure) }
  } finally {
    client?.disconnect()
  }
}

/** A Redis that outlived its start by a moment is waited for; one that stays belongs to somebody. */
async function requireNoneRunning(url, folder) {
  for (const end = Date.now() + 10_000; (await ask(url)).answered; await pause(100)) {
    if (Date.now() > end) {
      throw new Stop(
        `A Redis still runs in ${folder}, so another Tributary (in another container, perhaps) uses this data folder. Stop that one, then start again.`
      )
    }
  }
}

function configuration({ folder, socket, port, password }) {
  const listen = port
    ? [`port ${port}`, 'bind 127.0.0.1']
    : ['port 0', `unixsocket ${quoted(socket)}`, 'unixsocketperm 700']
  return [
    '# Written by npm start; changes are lost.',
    ...listen,
    `requirepass ${password}`,
    `dir ${quoted(folder)}`,
    'daemonize no',
    'loglevel warning',
    'appendonly yes',
    'appendfsync everysec',
    'save ""',
    'maxmemory-policy noeviction',
    '',
  ].join('\n')
}

/** ioredis does not know unix:// itself. */
function overSocket(url) {
  const { pathname, searchParams } = new URL(url)
  return { path: decodeURIComponent(pathname), password: searchParams.get('password') ?? undefined }
}

const quoted = (text) => `"${text.replace(/["\\]/g, '\\$&')}"`

function writeSecretly(file, text) {
  rmSync(file, { force: true })
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
}

function withoutSecrets(url) {
  return url.replace(/\/\/[^/@]*@/, '//').replace(/\?.*$/, '')
}

function inWords(error) {
  if (/WRONGPASS|NOAUTH|invalid password/.test(error.message))
    return 'it does not accept the password'
  if (error.code === 'ECONNREFUSED') return 'the connection is refused'
  if (error.code === 'ENOENT') return 'there is no such socket'
  if (error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN')
    return 'its host name cannot be resolved'
  if (/ETIMEDOUT|timed out/.test(error.message)) return 'no answer within 3 seconds'
  return error.message
}
