import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { dialect } from '#config/database'
import { dataPath } from '#config/data'
import { browser } from '#tests/functional/tracking/visits'
import { rollUpWorkspace } from '#tracking/rollup'
import type Workspace from '#models/workspace'

/** A web process of the instance under test, on the same database and data folder. */
export class WebProcess {
  #child?: ChildProcess
  #port = 0

  async start() {
    this.#port = await freePort()
    const env = { ...process.env, PORT: String(this.#port), HOST: '127.0.0.1', LOG_LEVEL: 'error' }
    const args = ['--import=@poppinss/ts-exec', app.makePath('bin/server.ts')]
    this.#child = spawn(process.execPath, args, { env, cwd: app.makePath(), stdio: 'inherit' })
    const deadline = Date.now() + 30_000
    while ((await this.#ask('/health/live')) !== 200) {
      if (Date.now() > deadline) throw new Error('The web process did not start')
      await sleep(50)
    }
    return this
  }

  async end(signal: 'SIGKILL' | 'SIGTERM') {
    const child = this.#child!
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

  get url() {
    return `http://127.0.0.1:${this.#port}`
  }

  /** Visits the link as fast as so many visitors can, until the process ends or as often as told. Answers the ids. */
  async hammer(refParam: string, { visitors = 32, visits = Infinity } = {}): Promise<string[]> {
    const agent = new Agent({ keepAlive: true, maxSockets: visitors })
    const ids: string[] = []
    let left = visits
    const visitor = async () => {
      while (left-- > 0) {
        const id = await this.#click(`/r/${refParam}`, agent)
        if (!id) return
        ids.push(id)
      }
    }
    await Promise.all(Array.from({ length: visitors }, visitor))
    agent.destroy()
    return ids
  }

  /** The id of the click that a 302 told of; null when there was no whole answer. */
  #click(path: string, agent: Agent): Promise<string | null> {
    return new Promise((resolve) => {
      get({ port: this.#port, path, agent, headers: { 'User-Agent': browser } }, (response) => {
        response.resume().on('error', () => {})
        const { location } = response.headers
        resolve(
          response.statusCode === 302 ? URL.parse(location!)!.searchParams.get('click_id') : null
        )
      }).on('error', () => resolve(null))
    })
  }

  #ask(path: string): Promise<number> {
    return new Promise((resolve) => {
      get({ port: this.#port, path, agent: false }, (response) => {
        response.resume()
        resolve(response.statusCode!)
      }).on('error', () => resolve(0))
    })
  }
}

/** Another process that keeps everyone else from writing clicks, until it is killed. */
export async function blockDatabase() {
  const place = dialect === 'sqlite' ? dataPath('tributary.sqlite3') : process.env.DATABASE_URL!
  const child = fork(app.makePath('tests/support/block_database.mjs'), [dialect, place])
  await once(child, 'message')
  return {
    release: async () => {
      if (child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** How many of these clicks are in the database. */
export async function stored(ids: string[]): Promise<number> {
  let count = 0
  for (let start = 0; start < ids.length; start += 500) {
    const chunk = ids.slice(start, start + 500)
    const row = await db.from('clicks').whereIn('id', chunk).count('* as total').first()
    count += Number(row.total)
  }
  return count
}

export async function storedWithin(milliseconds: number, ids: string[]): Promise<number> {
  const deadline = Date.now() + milliseconds
  for (;;) {
    const count = await stored(ids)
    if (count === ids.length || Date.now() > deadline) return count
    await sleep(100)
  }
}

/** Both rolled up now and counted row by row, clicks by link, as `marked/people`. */
export async function clickCounts(workspace: Workspace) {
  await rollUpWorkspace(workspace)
  const rolled = await db
    .from('daily_clicks')
    .where('workspace_id', workspace.id)
    .groupBy('link_id')
    .orderBy('link_id')
    .select('link_id')
    .sum({ marked: 'marked', people: 'clicks' })
  const kept = await db
    .from('clicks')
    .where('workspace_id', workspace.id)
    .groupBy('link_id')
    .orderBy('link_id')
    .select('link_id')
    .select(db.raw('count(mark) as marked, count(*) - count(mark) as people'))
  const inWords = (rows: Counts[]) =>
    rows.map(({ link_id: link, marked, people }) => `${link} ${marked}/${people}`)
  return { rolled: inWords(rolled), stored: inWords(kept) }
}

interface Counts {
  link_id: string
  marked: number
  people: number
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}
