import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

type Env = Record<string, string | undefined>

/** A `npm start` (or another script of bin/) in a data folder and on a port of its own. */
export class Run {
  output = ''
  readonly process: ChildProcess
  readonly ended: Promise<number | null>

  constructor(
    readonly env: Env,
    command = process.execPath,
    args = ['bin/start.mjs']
  ) {
    this.process = spawn(command, args, {
      cwd: app.makePath(),
      env: { ...cleared(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.process.stdout!.on('data', (chunk) => (this.output += chunk))
    this.process.stderr!.on('data', (chunk) => (this.output += chunk))
    this.ended = new Promise((resolve) => this.process.once('close', resolve))
  }

  get url() {
    return `http://127.0.0.1:${this.env.PORT}`
  }

  async ready() {
    await until(
      () => this.output.includes('Tributary is ready') || this.process.exitCode !== null,
      this
    )
    if (this.process.exitCode === null) return this
    await this.ended
    throw new Error(`It ended:\n${this.output}`)
  }

  /** The process among its children whose command line has this word. */
  child(word: string) {
    return childrenOf(this.process.pid!).find((pid) => commandOf(pid).includes(word))
  }

  children() {
    return childrenOf(this.process.pid!)
  }

  async stop() {
    this.process.kill('SIGTERM')
    return this.ended
  }

  toString() {
    return this.output
  }
}

/** Settings for a start: a folder that is new unless given, a free port, and the database of this test run. */
export async function settings(more: Env = {}): Promise<Env> {
  const DATA_PATH = more.DATA_PATH ?? mkdtempSync(join(tmpdir(), 'tributary-start-'))
  return { DATA_PATH, PORT: String(await freePort()), DATABASE_URL: await emptyDatabase(), ...more }
}

/** Polls until the condition holds, for 60 s at most. */
export async function until(condition: () => unknown, told: unknown = condition) {
  for (const end = Date.now() + 60_000; !(await condition()); await pause(25)) {
    if (Date.now() > end) throw new Error(`Waited a minute in vain for: ${told}`)
  }
}

/** A process that nobody reaped yet has ended all the same. */
export function isAlive(pid: number) {
  const stat = statOf(pid)
  return stat !== null && stat.state !== 'Z'
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

let databases = 0

async function emptyDatabase() {
  const url = process.env.DATABASE_URL
  if (!url) return undefined
  const name = `start_${process.pid}_${++databases}`
  await db.rawQuery(`create database ${name}`)
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}

function cleared(): Env {
  const ours = /^(npm_|APP_|DATA|REDIS_URL|PORT$|HOST$|NODE_ENV$|LOG_LEVEL$)/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)))
}

function childrenOf(parent: number) {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  return pids.filter((pid) => statOf(pid)?.parent === parent && isAlive(pid))
}

function commandOf(pid: number) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

function statOf(pid: number) {
  try {
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
    return { state, parent: Number(parent) }
  } catch {
    return null
  }
}
