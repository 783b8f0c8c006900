import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { schedules } from '#queue/schedules'
import { OwnRedis, until } from '#tests/unit/queue/support'

/** `node bin/console.ts` with these arguments, and what it has said so far. */
class Command {
  said = ''
  readonly child: ChildProcess
  readonly ended: Promise<number | null>

  constructor(args: string[], redisUrl: string) {
    const flags = ['--import=@poppinss/ts-exec', app.makePath('bin/console.ts')]
    this.child = spawn(process.execPath, [...flags, ...args], {
      cwd: app.makePath(),
      env: { ...process.env, REDIS_URL: redisUrl, NO_COLOR: '1' },
    })
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.on('data', (text) => (this.said += text))
    }
    this.ended = once(this.child, 'exit').then(([code]) => code)
  }

  says(text: string) {
    return until(`it says "${text}", but: ${this.said}`, () => this.said.includes(text))
  }
}

test.group('queue:work', (group) => {
  group.each.teardown(async () => {
    await db.from('heartbeats').delete()
  })

  test('says its schedules and that it is ready, and ends on SIGTERM', async ({
    assert,
    cleanup,
  }) => {
    const redis = await new OwnRedis().start()
    const command = new Command(['queue:work'], redis.url)
    cleanup(async () => {
      command.child.kill('SIGKILL')
      await redis.remove()
    })
    await command.says('is ready')
    assert.include(command.said, 'ledger.mature, every 5 minutes')

    command.child.kill('SIGTERM')
    assert.equal(await command.ended, 0)
  }).timeout(60_000)

  test('waits for a Redis that is away, and begins when it is there', async ({
    assert,
    cleanup,
  }) => {
    const redis = new OwnRedis()
    const command = new Command(['queue:work'], redis.url)
    cleanup(async () => {
      command.child.kill('SIGKILL')
      await redis.remove()
    })
    await command.says('Redis is away')
    await redis.start()
    await command.says('is ready')

    await redis.kill()
    command.child.kill('SIGINT')
    assert.equal(await command.ended, 0)
  }).timeout(60_000)

  test('without REDIS_URL it refuses with a sentence', async ({ assert }) => {
    const command = new Command(['queue:work'], '')
    assert.equal(await command.ended, 1)
    assert.include(command.said, 'REDIS_URL is not set')
  })
})

test.group('queue:run', (group) => {
  group.each.teardown(async () => {
    await db.from('heartbeats').delete()
  })

  test('runs a job in its own process and prints what came of it', async ({ assert }) => {
    const command = new Command(['queue:run', 'ledger.mature'], 'unix:///nowhere/redis.sock')
    assert.equal(await command.ended, 0, command.said)
    assert.include(command.said, 'ledger.mature {"matured":0}')
  })

  test('lists the jobs when it knows none of this name', async ({ assert }) => {
    const command = new Command(['queue:run', 'ledger.balance'], '')
    assert.equal(await command.ended, 1)
    assert.include(command.said, 'No scheduled job is called ledger.balance')
    for (const { job } of schedules) assert.include(command.said, job.jobName)
  })
})
