import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { inspect } from '#queue/inspect'
import { Worker } from '#queue/worker'
import { OwnRedis, queueOn, toyJob, until } from '#tests/unit/queue/support'
import type { Schedule } from '#queue/job'

test.group('Redis in trouble', (group) => {
  group.each.teardown(async () => {
    await db.from('heartbeats').delete()
  })

  async function setUp(cleanup: (work: () => Promise<void>) => void) {
    const redis = await new OwnRedis().start()
    const Toy = toyJob('toy.work', ({ toy_id: id }) => {
      if (id === 'fails') throw new Error('on purpose')
    })
    const nightly: Schedule = { job: toyJob('toy.nightly'), cron: '0 3 * * *', says: 'nightly' }
    const own = queueOn(redis.url, { every: { beat: 15_000, reconcile: 200 } })
    const worker = new Worker(own, [Toy], [nightly])
    cleanup(async () => {
      await worker.stop()
      await own.close()
      await redis.remove()
    })
    await worker.start()
    const schedulesKept = () => own.bull('money').getRepeatableCount()
    return { redis, Toy, own, schedulesKept, nightly }
  }

  test('killed and started again, the worker goes on by itself', async ({ assert, cleanup }) => {
    const { redis, Toy, own } = await setUp(cleanup)
    await redis.kill()
    await until('the loss is known', () => own.connections.away)

    assert.isFalse(await own.dispatch(Toy, { toy_id: 'while away' }))
    const inspected = await inspect(own, [])
    assert.isTrue(inspected.away)

    await redis.start()
    await until('Redis is back', () => !own.connections.away)
    await own.dispatch(Toy, { toy_id: 'after' })
    await own.dispatch(Toy, { toy_id: 'fails' })
    await until('the job ran', () => Toy.seen.includes('after'))
    await until('the failing one failed for good', async () => {
      const seen = await inspect(own, [])
      return !seen.away && seen.failures.some(({ reason }) => reason === 'on purpose')
    })
  })

  test('started again empty, it has its schedules back', async ({ cleanup }) => {
    const { redis, own, schedulesKept } = await setUp(cleanup)
    await redis.kill()
    await until('the loss is known', () => own.connections.away)
    redis.forget()
    await redis.start()
    await until('the schedules are back', async () => (await schedulesKept()) === 1)
  })

  test('wiped, it has its schedules back and works', async ({ assert, cleanup }) => {
    const { Toy, own, schedulesKept, nightly } = await setUp(cleanup)
    await own.bull('money').client.flushall()

    await until('the schedules are back', async () => (await schedulesKept()) === 1)
    await own.dispatch(Toy, { toy_id: 'after' })
    await until('the job ran', () => Toy.seen.includes('after'))
    const inspected = await inspect(own, [nightly])
    assert.isNotNull(inspected.schedules[0].next)
  })

  test('away while a job is in progress, the worker still stops in time', async ({ assert }) => {
    const redis = await new OwnRedis().start()
    const gate = Promise.withResolvers<void>()
    const Slow = toyJob('toy.slow', () => gate.promise)
    const own = queueOn(redis.url)
    const worker = new Worker(own, [Slow], [])
    await worker.start()
    await own.dispatch(Slow, { toy_id: 'x' })
    await until('the job began', () => Slow.seen.length === 1)
    await redis.remove()
    await until('the loss is known', () => own.connections.away)

    assert.isFalse(await worker.stop(1_000))
    gate.resolve()
    await own.close()
  })
})
