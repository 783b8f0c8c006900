import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { discard, retry } from '#queue/failures'
import { inspect } from '#queue/inspect'
import { Worker } from '#queue/worker'
import { OwnRedis, queueOn, toyJob, until } from '#tests/unit/queue/support'
import type { Queue } from '#queue/queue'

test.group('Inspect', (group) => {
  const redis = new OwnRedis()
  group.setup(async () => {
    await redis.start()
    return () => redis.remove()
  })
  group.each.teardown(async () => {
    await db.from('heartbeats').delete()
  })

  async function failuresOf(own: Queue) {
    const seen = await inspect(own, [])
    return seen.away ? [] : seen.failures
  }

  async function haveFailed(own: Queue, jobs: number) {
    const failures = await failuresOf(own)
    return failures.length === jobs
  }

  test('a failed job shows its reason, its attempts and the ids of its payload', async ({
    assert,
    cleanup,
  }) => {
    const Toy = toyJob('toy.fails', () => Promise.reject(new Error('the bank is closed')))
    const own = queueOn(redis.url)
    const worker = new Worker(own, [Toy], [])
    cleanup(() => worker.stop().then(() => own.close()))
    await worker.start()

    const began = DateTime.utc()
    await own.dispatch(Toy, { toy_id: 'toy_1', note: 'not to be shown' } as { toy_id: string })
    await until('it failed for good', () => haveFailed(own, 1))
    const [{ failedAt, ...failure }] = await failuresOf(own)
    assert.deepEqual(failure, {
      id: 'money:1',
      job: 'toy.fails',
      queue: 'money',
      reason: 'the bank is closed',
      attempts: 3,
      ids: { toy_id: 'toy_1' },
    })
    assert.isTrue(failedAt >= began && failedAt <= DateTime.utc())
    assert.lengthOf(Toy.seen, 3)
  })

  test('a failed job runs again by retry, and is gone after discard', async ({
    assert,
    cleanup,
  }) => {
    let closed = true
    const Toy = toyJob('toy.retry', () => {
      if (closed) throw new Error('closed')
    })
    const own = queueOn(redis.url)
    const worker = new Worker(own, [Toy], [])
    cleanup(() => worker.stop().then(() => own.close()))
    await worker.start()
    for (const id of ['a', 'b']) await own.dispatch(Toy, { toy_id: id })
    await until('both failed', () => haveFailed(own, 2))

    closed = false
    assert.deepEqual(await retry('money:1', own), { away: false, value: true })
    assert.deepEqual(await discard('money:2', own), { away: false, value: true })
    await until('the first ran again', () => Toy.seen.length === 7)
    await until('none has failed', () => haveFailed(own, 0))
    for (const id of ['money:1', 'money:2', 'money:99', 'nowhere:1', 'money']) {
      assert.deepEqual(await retry(id, own), { away: false, value: false })
    }
  })

  test('a job of a name that no worker knows fails with that reason', async ({
    assert,
    cleanup,
  }) => {
    const own = queueOn(redis.url)
    const worker = new Worker(own, [], [])
    cleanup(() => worker.stop().then(() => own.close()))
    await worker.start()

    // Whatever put it there gave it no payload either.
    await own.bull('money').add('toy.unknown', null)
    await until('it failed', () => haveFailed(own, 1))
    const [failure] = await failuresOf(own)
    assert.equal(failure.reason, 'This worker knows no job called toy.unknown')
    assert.deepEqual(failure.ids, {})
  })

  test('counts what stands in each queue', async ({ assert, cleanup }) => {
    const own = queueOn(redis.url)
    cleanup(() => own.close())
    await own.dispatch(toyJob('toy.waits'), { toy_id: 'x' })

    const seen = await inspect(own, [])
    const empty = { waiting: 0, active: 0, delayed: 0, failed: 0, completed: 0 }
    assert.deepEqual(seen.away ? [] : seen.queues, [
      { name: 'money', ...empty, waiting: 1 },
      { name: 'upkeep', ...empty },
    ])
  })

  test('says that Redis is away', async ({ assert, cleanup }) => {
    const own = queueOn('unix:///nowhere/redis.sock')
    cleanup(() => own.close())
    const asked = [inspect(own, []), retry('money:1', own), discard('money:1', own)]

    for (const { away } of await Promise.all(asked)) assert.isTrue(away)
  })
})
