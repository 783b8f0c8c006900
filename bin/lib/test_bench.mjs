import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stop, stopAll } from './children.mjs'
import { Stop } from './console.mjs'
import { ours } from './environment.mjs'
import { onNode24 } from './node24.mjs'
import { freePort } from './ports.mjs'
import { temporaryPostgres } from './postgres.mjs'
import { answersWithin, privateRedis } from './redis.mjs'

/** What tests run against: Redis, PostgreSQL when asked for, and folders, all thrown away at the end. */
export class TestBench {
  #folder = mkdtempSync(join(tmpdir(), 'tributary-test-'))
  #postgres = null

  constructor({ onPostgres = false } = {}) {
    this.onPostgres = onPostgres
    chmodSync(this.#folder, 0o711)
  }

  /** An instance of its own for `work`, which is given its environment: empty database, empty Redis. */
  async with(name, work) {
    const data = join(this.#folder, name)
    mkdirSync(data, { mode: 0o700 })
    const redis = await privateRedis(data, randomBytes(16).toString('hex'))
    const server = redis.launch()
    try {
      if (!(await answersWithin(redis.url, 10_000)))
        throw new Stop('The Redis for tests did not start.')
      return await work(await this.#environment(name, data, redis.url))
    } finally {
      await stop(server, 5000)
    }
  }

  async close() {
    await this.#postgres?.stop()
    await stopAll(5000)
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async #environment(name, data, redisUrl) {
    const inherited = Object.entries(process.env).filter(([variable]) => !ours.includes(variable))
    return {
      ...onNode24(Object.fromEntries(inherited)),
      TZ: 'UTC',
      NODE_ENV: 'test',
      LOG_LEVEL: process.env.LOG_LEVEL || (name === 'functional' ? 'trace' : 'warn'),
      TEST_SCALE: process.env.TEST_SCALE || '1',
      HOST: '127.0.0.1',
      PORT: String(await freePort()),
      APP_KEY: randomBytes(32).toString('base64url'),
      DATA_PATH: data,
      REDIS_URL: redisUrl,
      ...(this.onPostgres && { DATABASE_URL: await this.#database(name) }),
    }
  }

  async #database(name) {
    this.#postgres ??= await temporaryPostgres(this.#folder)
    return this.#postgres.database(`tributary_${name}`)
  }
}
