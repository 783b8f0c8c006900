import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort, Run, settings, until } from './start_helpers.js'

const run = promisify(execFile)

/** A Redis of this test's own, which it can take away and bring back empty. */
class OwnRedis {
  readonly folder = mkdtempSync(join(tmpdir(), 'tributary-redis-'))
  #process?: ChildProcess

  constructor(readonly port: number) {}

  start() {
    const options = ['--port', String(this.port), '--dir', this.folder, '--save', '']
    this.#process = spawn('redis-server', options, { stdio: 'ignore' })
  }

  async kill() {
    const ended = new Promise((resolve) => this.#process!.once('close', resolve))
    this.#process!.kill('SIGKILL')
    await ended
  }
}

interface Account {
  account_id: string
  api_key: string
}

test.group('Redis away', (group) => {
  let instance: Run
  let redis: OwnRedis
  let account: Account

  group.setup(async () => {
    redis = new OwnRedis(await freePort())
    redis.start()
    instance = await new Run(
      await settings({ REDIS_URL: `redis://127.0.0.1:${redis.port}` })
    ).ready()
    account = await makeAccount(instance)
  })

  group.teardown(async () => {
    await instance.stop()
    await redis.kill()
    rmSync(redis.folder, { recursive: true, force: true })
    rmSync(instance.env.DATA_PATH!, { recursive: true, force: true })
  })

  test('clicks, sales, the API and the console go on, and the jobs catch up on an empty Redis', async ({
    assert,
  }) => {
    const call = caller(instance, account)
    const terms = { type: 'percent', rate_bps: 2000 }
    await call('/campaigns', { name: 'Main', destination_url: 'https://e.com', reward: terms })
    const affiliate = await call('/affiliates', { email: 'jane@example.com' })
    await call('/links', { affiliate_id: affiliate.body.id, ref_param: 'jane' })

    await redis.kill()
    const ready = await fetch(`${instance.url}/health/ready`)
    assert.equal(ready.status, 200)
    assert.containSubset(await ready.json(), { database: 'ok', redis: 'away' })

    const click = await fetch(`${instance.url}/r/jane`, {
      redirect: 'manual',
      headers: { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0 Safari/537.36' },
    })
    assert.equal(click.status, 302)
    const clickId = new URL(click.headers.get('location')!).searchParams.get('click_id')
    const sale = await call('/track/sale', {
      external_id: 'order-1',
      amount: 9900,
      currency: 'USD',
      customer: { external_id: 'customer-1' },
      click_id: clickId,
    })
    assert.equal(sale.status, 201)
    assert.isTrue(sale.body.attributed)
    const login = await fetch(`${instance.url}/login`)
    assert.equal(login.status, 200)

    redis.start()
    await until(async () => {
      const health = await fetch(`${instance.url}/health/ready`)
      return ((await health.json()) as { redis: string }).redis === 'ok'
    }, instance)
    const clicksCounted = async () => (await call('/links')).body.data[0].clicks === 1
    await untilWithin(150_000, clicksCounted, instance)
  })
})

async function makeAccount(instance: Run): Promise<Account> {
  const flags = ['--name=Acme', '--owner-email=a@example.com', '--json']
  const { stdout } = await run(process.execPath, ['bin/ace.mjs', 'workspace:create', ...flags], {
    cwd: app.makePath(),
    env: { ...process.env, APP_KEY: undefined, ...instance.env, OWNER_PASSWORD: 'correct horse' },
  })
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Account
}

/** Calls the API: GET without a body, else POST. */
function caller(instance: Run, { account_id: id, api_key: key }: Account) {
  return async (path: string, body?: object) => {
    const response = await fetch(`${instance.url}/api/v1${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        'Authorization': `Bearer ${key}`,
        'X-Account-Id': id,
        'Content-Type': 'application/json',
      },
      body: body && JSON.stringify(body),
    })

    return { status: response.status, body: (await response.json()) as any }
  }
}

/** The rollup runs at each full minute, after the worker has found Redis again. */
async function untilWithin(milliseconds: number, condition: () => Promise<boolean>, told: Run) {
  const end = Date.now() + milliseconds
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Waited in vain:\n${told}`)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
