import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { jobs } from '#jobs/index'
import { inspect } from '#queue/inspect'
import { reconcile } from '#queue/reconcile'
import { schedules } from '#queue/schedules'
import { Worker } from '#queue/worker'
import { count, OwnRedis, queueOn, toyJob, until } from '#tests/unit/queue/support'
import type { Schedule } from '#queue/job'
import type { Queue } from '#queue/queue'

test.group('Schedules', (group) => {
  const redis = new OwnRedis()
  group.setup(async () => {
    await redis.start()
    return () => redis.remove()
  })
  group.each.teardown(async () => {
    await db.from('heartbeats').delete()
  })

  async function cronsIn(own: Queue) {
    const kept = await own.bull('money').getRepeatableJobs()
    return kept.map(({ name, cron }) => `${name} ${cron}`)
  }

  async function lastRun(own: Queue, schedule: Schedule) {
    const seen = await inspect(own, [schedule])
    return seen.schedules[0].last
  }

  test('a changed cron removes the old one, and a job that is gone goes', async ({
    assert,
    cleanup,
  }) => {
    const own = queueOn(redis.url)
    cleanup(() => own.close())
    const [Kept, Gone] = [toyJob('toy.kept'), toyJob('toy.gone')]
    await reconcile(own, [
      { job: Kept, cron: '0 3 * * *', says: '' },
      { job: Gone, cron: '0 4 * * *', says: '' },
    ])
    assert.lengthOf(await cronsIn(own), 2)

    await reconcile(own, [{ job: Kept, cron: '30 3 * * *', says: '' }])
    assert.deepEqual(await cronsIn(own), ['toy.kept 30 3 * * *'])
    assert.equal(await count(own, 'delayed'), 1)
  })

  test('done again it changes nothing', async ({ assert, cleanup }) => {
    const own = queueOn(redis.url)
    cleanup(() => own.close())
    const wanted = [{ job: toyJob('toy.same'), cron: '0 3 * * *', says: '' }]
    for (let times = 0; times < 3; times++) await reconcile(own, wanted)
    assert.lengthOf(await cronsIn(own), 1)
    assert.equal(await count(own, 'delayed'), 1)
  })

  test('a schedule whose next tick got lost gets one again', async ({ assert, cleanup }) => {
    const own = queueOn(redis.url)
    cleanup(() => own.close())
    const wanted = [{ job: toyJob('toy.dead'), cron: '0 3 * * *', says: '' }]
    await reconcile(own, wanted)
    for (const job of await own.bull('money').getDelayed()) await job.remove()
    await reconcile(own, wanted)
    assert.equal(await count(own, 'delayed'), 1)
  })

  test('a tick runs by the clock, and its end is told by inspect', async ({ assert, cleanup }) => {
    const Tick = toyJob('toy.tick')
    const everySecond = { job: Tick, cron: '* * * * * *', says: 'every second' }
    const own = queueOn(redis.url)
    const worker = new Worker(own, [Tick], [everySecond])
    cleanup(() => worker.stop().then(() => own.close()))

    await worker.start()
    await until('it ran twice', () => Tick.seen.length >= 2)
    await until('its last run is known', () => lastRun(own, everySecond))
    const { schedules: states } = await inspect(own, [everySecond])
    assert.deepInclude(states[0], { job: 'toy.tick', queue: 'money', says: 'every second' })
    assert.equal(states[0].last?.outcome, 'completed')
    assert.isNotNull(states[0].next)
  })

  test('a tick that fails says why', async ({ assert, cleanup }) => {
    const Tick = toyJob('toy.bad_tick', () => Promise.reject(new Error('no money')))
    const everySecond = { job: Tick, cron: '* * * * * *', says: '' }
    const own = queueOn(redis.url)
    const worker = new Worker(own, [Tick], [everySecond])
    cleanup(() => worker.stop().then(() => own.close()))

    await worker.start()
    await until('its last run is known', () => lastRun(own, everySecond))
    assert.deepInclude(await lastRun(own, everySecond), { outcome: 'failed', reason: 'no money' })
  })

  test('every scheduled job is known to the worker, and no name stands twice', ({ assert }) => {
    const names = jobs.map(({ jobName }) => jobName)
    assert.includeMembers(
      names,
      schedules.map(({ job }) => job.jobName)
    )
    assert.lengthOf(new Set(names), names.length)
    for (const name of names) assert.match(name, /^[a-z_]+\.[a-z_]+$/)
  })
})
