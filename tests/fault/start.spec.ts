import { test } from '@japa/runner'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { Run, freePort, isAlive, settings, until } from './start_helpers.js'

async function statusOf(url: string) {
  const response = await fetch(url)
  return response.status
}

test.group('npm start', (group) => {
  let run: Run

  group.setup(async () => {
    run = await new Run(await settings()).ready()
  })

  group.teardown(async () => {
    await run.stop()
    rmSync(run.env.DATA_PATH!, { recursive: true, force: true })
  })

  test('answers 200 on /health/ready and prints its address and the link to first-run setup', async ({
    assert,
  }) => {
    const response = await fetch(`${run.url}/health/ready`)
    assert.equal(response.status, 200)
    assert.include(run.output, `Tributary is ready: ${run.url}`)
    assert.match(run.output, new RegExp(`${run.url}/setup\\?token=[\\w-]{20,}`))
  })

  test('keeps keys to its own user, and the password of Redis off its command line', ({
    assert,
  }) => {
    const folder = run.env.DATA_PATH!
    const modeOf = (...path: string[]) => (statSync(join(folder, ...path)).mode & 0o777).toString(8)
    const env = readFileSync(join(folder, '.env'), 'utf8')
    assert.match(env, /^APP_KEY=[\w-]{32,}$/m)
    assert.equal(modeOf('.env'), '600')
    assert.equal(modeOf('redis', 'redis.conf'), '600')
    assert.equal(modeOf('redis', 'url'), '600')

    const password = env.match(/^REDIS_PASSWORD=(.*)$/m)![1]
    assert.notInclude(readFileSync(`/proc/${run.child('redis-server')}/cmdline`, 'utf8'), password)
  })

  test('refuses a second one on the same data folder, and names the first', async ({ assert }) => {
    const second = new Run({ ...run.env, PORT: String(await freePort()) })
    assert.equal(await second.ended, 1)
    assert.include(
      second.output,
      `in use by the Tributary of process ${run.process.pid} on port ${run.env.PORT}`
    )
  })

  test('runs beside another one with its own folder and port', async ({ assert }) => {
    const other = await new Run(await settings()).ready()
    const answers = await Promise.all([run, other].map(({ url }) => fetch(`${url}/health/ready`)))
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200]
    )
    assert.equal(await other.stop(), 0)
  })

  for (const [name, word] of [
    ['worker', 'queue:work'],
    ['redis', 'redis-server'],
  ] as const) {
    test(`starts a ${name} again that was killed, while the web goes on`, async ({ assert }) => {
      const before = run.child(word)!
      process.kill(before, 'SIGKILL')
      await until(() => !isAlive(before))
      assert.equal(await statusOf(`${run.url}/health/live`), 200)

      await until(() => run.child(word))
      await until(() =>
        run.output.includes(`${name} is started again (process ${run.child(word)})`)
      )
      assert.equal(await statusOf(`${run.url}/health/ready`), 200)

      const lines = readFileSync(join(run.env.DATA_PATH!, 'supervisor.jsonl'), 'utf8')
        .trim()
        .split('\n')
      const told = lines.map((line) => JSON.parse(line)).filter((line) => line.process === name)
      assert.deepEqual(
        told.slice(-2).map(({ event }) => event),
        ['ended', 'started']
      )
    })
  }

  test('killed with -9 takes its children along, and the next start takes over', async ({
    assert,
  }) => {
    const children = run.children()
    assert.isAtLeast(children.length, 4)
    run.process.kill('SIGKILL')
    await until(() => children.every((pid) => !isAlive(pid)))

    run = await new Run(run.env).ready()
    assert.equal(await statusOf(`${run.url}/health/ready`), 200)
  })

  test('ends everything in order at SIGTERM', async ({ assert }) => {
    const children = run.children()
    assert.equal(await run.stop(), 0)
    await until(() => children.every((pid) => !isAlive(pid)))
  })

  test('started again with nothing changed, it neither installs, builds nor migrates', async ({
    assert,
  }) => {
    await run.stop()
    run = await new Run(run.env).ready()
    assert.notMatch(run.output, /Installing|Building|Migrating/)
  })

  test('ends everything when the web ends, and says why', async ({ assert }) => {
    const children = run.children()
    process.kill(run.child('server.js')!, 'SIGKILL')
    assert.equal(await run.ended, 1)
    assert.include(run.output, 'web ended (killed by SIGKILL)')
    await until(() => children.every((pid) => !isAlive(pid)))
  })

  test('ends everything when the worker ends five times at start', async ({ assert }) => {
    run = await new Run(run.env).ready()
    while (run.process.exitCode === null) {
      const worker = run.child('queue:work')
      if (worker) process.kill(worker, 'SIGKILL')
      await until(() => run.process.exitCode !== null || run.child('queue:work') !== worker)
    }
    assert.equal(await run.ended, 1)
    assert.include(run.output, 'worker ended five times within a minute')
  })

  test('ends with npm when that is killed', async () => {
    run = await new Run(run.env, 'npm', ['start', '--silent']).ready()
    const start = run.child('start.mjs')!
    run.process.kill('SIGKILL')
    await until(() => !isAlive(start))
  })
})

test.group('npm start refuses', () => {
  const refused = async (env: Record<string, string | undefined>) => {
    const run = new Run(env)
    const code = await run.ended
    return { code, output: run.output }
  }

  test('a port that is taken', async ({ assert }) => {
    const env = await settings()
    const server = createServer().listen(Number(env.PORT), '127.0.0.1')
    const { code, output } = await refused(env)
    server.close()
    assert.equal(code, 1)
    assert.include(output, `Port ${env.PORT} on 127.0.0.1 is taken by another program.`)
  })

  test('a port that is none', async ({ assert }) => {
    const { code, output } = await refused(await settings({ PORT: 'web' }))
    assert.equal(code, 1)
    assert.include(output, 'PORT is web; it must be a number')
  })

  test('a database that is no PostgreSQL', async ({ assert }) => {
    const { code, output } = await refused(
      await settings({ DATABASE_URL: 'mysql://localhost/books' })
    )
    assert.equal(code, 1)
    assert.include(output, 'DATABASE_URL must begin with postgres://')
  })

  test('a data folder with a file in its place', async ({ assert }) => {
    const env = await settings()
    const file = join(env.DATA_PATH!, 'file')
    writeFileSync(file, '')
    const { code, output } = await refused({ ...env, DATA_PATH: file })
    assert.equal(code, 1)
    assert.include(output, `The data folder ${file} cannot be used: a file is in its place.`)
  })

  test('a data folder that is read-only', async ({ assert }) => {
    const env = await settings()
    const folder = join(env.DATA_PATH!, 'kept')
    mkdirSync(folder, { mode: 0o500 })
    const { code, output } = await refused({ ...env, DATA_PATH: folder })
    assert.equal(code, 1)
    assert.include(
      output,
      `The data folder ${folder} cannot be used: this user may not write there.`
    )
  }).skip(process.getuid?.() === 0, 'root may write everywhere')

  test('a folder that the system keeps read-only', async ({ assert }) => {
    const { code, output } = await refused(await settings({ DATA_PATH: '/proc/tributary' }))
    assert.equal(code, 1)
    assert.include(output, 'The data folder /proc/tributary cannot be used')
  })

  test('a Redis that does not answer', async ({ assert }) => {
    const { code, output } = await refused(
      await settings({ REDIS_URL: `redis://:secret@127.0.0.1:${await freePort()}` })
    )
    assert.equal(code, 1)
    assert.match(
      output,
      /The Redis of REDIS_URL \(.*\) does not answer: the connection is refused\./
    )
    assert.notInclude(output, 'secret')
  })

  test('a database that does not answer', async ({ assert }) => {
    const port = await freePort()
    const { code, output } = await refused(
      await settings({ DATABASE_URL: `postgres://me:secret@127.0.0.1:${port}/books` })
    )
    assert.equal(code, 1)
    assert.include(
      output,
      `The database (127.0.0.1:${port}/books) cannot be used: nothing listens there.`
    )
    assert.notInclude(output, 'secret')
  })
})
