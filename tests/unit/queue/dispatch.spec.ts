import { test } from '@japa/runner'
import { atomically } from '#core/atomically'
import { hurry, queue } from '#queue/queue'
import { Worker } from '#queue/worker'
import { OwnRedis, queueOn, toyJob, until } from '#tests/unit/queue/support'

test.group('Dispatch', (group) => {
  const redis = new OwnRedis()
  group.setup(async () => {
    await redis.start()
    return () => redis.remove()
  })

  test('a job is worked with its payload', async ({ assert, cleanup }) => {
    const Toy = toyJob('toy.work')
    const own = queueOn(redis.url)
    const worker = new Worker(own, [Toy], [])
    cleanup(() => worker.stop().then(() => own.close()))

    await worker.start()
    assert.isTrue(await own.dispatch(Toy, { toy_id: 'toy_1' }))
    await until('the job ran', () => Toy.seen.length === 1)
    assert.deepEqual(Toy.seen, ['toy_1'])
  })

  test('while one waits, a second with the same id is not added; once it has begun, one is', async ({
    assert,
    cleanup,
  }) => {
    const gate = Promise.withResolvers<void>()
    const Toy = toyJob('toy.same', () => gate.promise)
    const own = queueOn(redis.url)
    const worker = new Worker(own, [Toy], [])
    cleanup(() => worker.stop().then(() => own.close()))

    await own.dispatch(Toy, { toy_id: 'first' }, { id: 'a' })
    await own.dispatch(Toy, { toy_id: 'second' }, { id: 'a' })
    await own.dispatch(Toy, { toy_id: 'other' }, { id: 'b' })
    await worker.start()
    await until('two run', () => Toy.seen.length === 2)
    await own.dispatch(Toy, { toy_id: 'third' }, { id: 'a' })
    gate.resolve()
    await until('the third ran', () => Toy.seen.length === 3)
    assert.deepEqual(Toy.seen.toSorted(), ['first', 'other', 'third'])
  })

  test('with Redis away it resolves and breaks nothing', async ({ assert, cleanup }) => {
    const own = queueOn('unix:///nowhere/redis.sock')
    cleanup(() => own.close())
    assert.isFalse(await own.dispatch(toyJob('toy.away'), { toy_id: 'x' }))
  })

  test('without a Redis to ask it resolves too', async ({ assert }) => {
    assert.isFalse(await queueOn(undefined).dispatch(toyJob('toy.none'), { toy_id: 'x' }))
  })
})

test.group('Hurry', () => {
  test('waits for the commit, and is forgotten by a rollback', async ({ assert }) => {
    using jobs = queue.fake()
    const Toy = toyJob('toy.hurry')

    await atomically(async () => {
      await hurry(Toy, { toy_id: 'kept' })
      assert.lengthOf(jobs.dispatched, 0)
    })
    await assert.rejects(() =>
      atomically(async () => {
        await hurry(Toy, { toy_id: 'lost' })
        throw new Error('rolled back')
      })
    )
    assert.deepEqual(jobs.of(Toy), [{ toy_id: 'kept' }])
  })
})

test.group('Fake', () => {
  test('drain runs what was dispatched, and what that dispatches', async ({ assert }) => {
    using jobs = queue.fake()
    const Second = toyJob('toy.second')
    const First = toyJob('toy.first', () => queue.dispatch(Second, { toy_id: 'b' }))

    await queue.dispatch(First, { toy_id: 'a' })
    assert.lengthOf(First.seen, 0)
    await jobs.drain()
    assert.deepEqual([First.seen, Second.seen], [['a'], ['b']])
    await jobs.drain()
    assert.lengthOf(First.seen, 1)
  })

  test('gives the queue back at the end of its block', async ({ assert }) => {
    const own = queueOn(undefined)
    {
      using jobs = own.fake()
      assert.isTrue(await own.dispatch(toyJob('toy.fake'), { toy_id: 'x' }))
      assert.lengthOf(jobs.dispatched, 1)
    }
    assert.isFalse(await own.dispatch(toyJob('toy.fake'), { toy_id: 'x' }))
  })
})
