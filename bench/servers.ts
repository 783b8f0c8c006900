import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { get } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { ensureBuild, releaseBuilds } from '../bin/lib/build.mjs'
import { webFlags } from '../bin/lib/node24.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

export interface Server {
  port: number
  /** How late its event loop was since this was asked last, in milliseconds. */
  loopDelay: () => Promise<{ p99: number; max: number }>
  /** How many queries it sent since this was asked last; with `count_queries.mjs` loaded. */
  queries: () => Promise<number>
  /** Resident memory now, in bytes. */
  memory: () => Promise<number>
  /** What it took of the processor so far, in seconds. */
  processor: () => Promise<number>
  stop: () => Promise<void>
}

/** The settings of an instance with everything in one folder, and no limit to how often it is asked. */
export function settingsOf(folder: string, postgres = '') {
  return {
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
    HOST: '127.0.0.1',
    RATE_LIMIT: '0',
    RATE_LIMIT_TRACK: '0',
    APP_KEY: randomBytes(32).toString('base64url'),
    DATA_PATH: folder,
    DATABASE_URL: postgres,
    REDIS_URL: '',
  }
}

/** A node:http server that answers the same redirect and stores nothing. */
export async function bareServer(): Promise<Server> {
  const port = await freePort()
  return started(port, [fileURLToPath(new URL('bare.mjs', import.meta.url))], {
    PORT: String(port),
  })
}

/** Tributary's web process as `npm start` runs it, from a build, on a database that is migrated first. */
export async function tributary(
  env: Record<string, string>,
  ...preloads: string[]
): Promise<Server> {
  const port = await freePort()
  const build = await ensureBuild()
  process.once('exit', releaseBuilds)
  const loaded = preloads.map((file) => `--import=${root}bench/${file}`)
  const script = [...webFlags, ...loaded, join(build, 'bin', 'server.js')]
  return started(port, script, { ...env, PORT: String(port) })
}

export async function ace(env: Record<string, string>, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [`${root}ace.js`, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
  })
  return stdout
}

export interface Account {
  account_id: string
  user_id: string
  api_key: string
}

export const person = { email: 'bench@example.com', password: 'correct horse battery' }

/** A workspace with an owner and a key, made by the command. */
export async function makeWorkspace(env: Record<string, string>): Promise<Account> {
  const owner = ['--owner-email', person.email, '--owner-password', person.password]
  const made = await ace(env, 'workspace:create', '--name', 'Bench', ...owner, '--json')
  return JSON.parse(made.slice(made.indexOf('{"account_id"')))
}

/** The access token of the owner. */
export async function signIn(port: number): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(person),
  })
  if (!response.ok) throw new Error(`Sign-in: ${response.status}`)
  return ((await response.json()) as { access_token: string }).access_token
}

export const campaign = {
  name: 'Bench',
  destination_url: 'https://shop.example.com/',
  reward: { type: 'percent', rate_bps: 2000 },
}

export function clientOf(port: number, { account_id: account, api_key: key }: Account) {
  return async (resource: string, body: object) => {
    const response = await fetch(
      `http://127.0.0.1:${port}/api/v1/${resource}?account_id=${account}`,
      {
        method: 'POST',
        headers: { 'Authorization': `Bearer ${key}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }
    )
    if (!response.ok)
      throw new Error(`POST ${resource}: ${response.status} ${await response.text()}`)
    return (await response.json()) as { id: string; ref_param: string; secret: string }
  }
}

async function started(port: number, args: string[], env: Record<string, string>): Promise<Server> {
  const child = spawn(process.execPath, [`--import=${root}bench/loop_delay.mjs`, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  const deadline = Date.now() + 60_000
  while (!(await answers(port))) {
    if (Date.now() > deadline || child.exitCode !== null)
      throw new Error(`No server on port ${port}`)
    await sleep(100)
  }
  return {
    port,
    loopDelay: async () => (await askOf(child, 'loop delay')).loop_delay,
    queries: async () => (await askOf(child, 'queries')).queries,
    memory: () => memoryOf(child),
    processor: () => processorOf(child),
    stop: () => end(child),
  }
}

/** In time, also where the server begins to listen before it answers. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(
      { port, host: '127.0.0.1', path: '/health/live', agent: false },
      (response) => {
        response.resume()
        resolve(true)
      }
    )
    request.on('error', () => resolve(false))
  })
}

interface Told {
  loop_delay: { p99: number; max: number }
  queries: number
}

/** The loader of TypeScript sends messages of its own. */
async function askOf(child: ChildProcess, question: string): Promise<Told> {
  child.send(question)
  for (;;) {
    const [told] = await once(child, 'message')
    if (question.replace(' ', '_') in told) return told
  }
}

async function memoryOf({ pid }: ChildProcess) {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)])
  return Number(stdout) * 1024
}

/** Fields 14 and 15 of /proc/PID/stat, user and system time in hundredths of a second; proc(5). */
async function processorOf({ pid }: ChildProcess) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
