import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'
import { lastBeats, type WorkerFacts } from '#queue/heartbeats'
import { Worker } from '#queue/worker'
import { count, OwnRedis, queueOn, toyJob, until } from '#tests/unit/queue/support'

test.group('Worker', (group) => {
  const redis = new OwnRedis()
  group.setup(async () => {
    await redis.start()
    return () => redis.remove()
  })
  group.each.teardown(async () => {
    await db.from('heartbeats').delete()
  })

  async function lastBeat() {
    const beats = await lastBeats<WorkerFacts>(['worker'])
    return beats.get('worker')
  }

  test('writes its heartbeat', async ({ assert, cleanup }) => {
    const own = queueOn(redis.url)
    const worker = new Worker(own, [], [])
    cleanup(() => worker.stop().then(() => own.close()))

    await worker.start()
    await until('the beat is written', lastBeat)
    const beat = await lastBeat()
    assert.equal(beat?.data.pid, process.pid)
    assert.isAtMost(clock.now().diff(beat!.beatAt).as('seconds'), 5)
  })

  test('finishes a job in progress when it stops', async ({ assert }) => {
    const gate = Promise.withResolvers<void>()
    const Toy = toyJob('toy.slow', () => gate.promise)
    const own = queueOn(redis.url)
    const worker = new Worker(own, [Toy], [])
    await worker.start()
    await own.dispatch(Toy, { toy_id: 'x' })
    await until('the job began', () => Toy.seen.length === 1)

    const stopped = worker.stop()
    gate.resolve()
    assert.isTrue(await stopped)
    assert.equal(await count(own, 'completed'), 1)
    assert.equal(await count(own, 'active'), 0)
    await own.close()
  })

  test('gives a job back that does not end, closes in time, and another worker takes it', async ({
    assert,
  }) => {
    const gate = Promise.withResolvers<void>()
    const Slow = toyJob('toy.endless', () => gate.promise)
    const own = queueOn(redis.url)
    const worker = new Worker(own, [Slow], [])
    await worker.start()
    await own.dispatch(Slow, { toy_id: 'x' })
    await until('the job began', () => Slow.seen.length === 1)

    assert.isFalse(await worker.stop(300))
    await own.close()

    const Quick = toyJob('toy.endless')
    const other = queueOn(redis.url)
    Object.assign(other.config, { prefix: own.config.prefix })
    const second = new Worker(other, [Quick], [])
    await second.start()
    await until('the second worker took it', () => Quick.seen.length === 1)
    gate.resolve()
    await second.stop()
    await other.close()
  })

  test('a job delivered twice does its conditional work once', async ({ assert, cleanup }) => {
    await db
      .table('heartbeats')
      .insert({ name: 'toy', data: '{}', beat_at: clock.now().toJSDate() })
    const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const changed: number[] = []
    const Toy = toyJob('toy.twice', async () => {
      const run = Toy.seen.length - 1
      if (run === 0) await gates[0].promise
      const [rows] = [
        await db.from('heartbeats').where('name', 'toy').update({ name: 'toy done' }),
      ].flat()
      changed.push(Number(rows))
    })
    const own = queueOn(redis.url, {
      stalling: { lockDuration: 30_000, stalledInterval: 50 },
    })
    const worker = new Worker(own, [Toy], [])
    cleanup(() => worker.stop().then(() => own.close()))
    await worker.start()
    await own.dispatch(Toy, { toy_id: 'x' })
    await until('the first delivery began', () => Toy.seen.length === 1)

    const bull = own.bull('money')
    await until('the second delivery ended', async () => {
      await bull.client.del(bull.toKey('1:lock'))
      return changed.length === 1
    })
    gates[0].resolve()
    await until('the first delivery ended', () => changed.length === 2)
    assert.deepEqual(changed, [1, 0])
    assert.deepEqual(Toy.seen, ['x', 'x'])
  })

  test('stops also while it waits for a Redis that never comes', async ({ assert }) => {
    const own = queueOn('unix:///nowhere/redis.sock')
    const worker = new Worker(own, [], [])
    const started = worker.start()
    assert.isTrue(await worker.stop())
    assert.isFalse(await started)
    await own.close()
  })
})
