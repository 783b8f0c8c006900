import { test } from '@japa/runner'
import { inChunks } from '#core/chunks'
import { oneByOne } from '#core/one_by_one'
import { Pace } from '#core/pace'
import { breaksUnique, retryOnUnique } from '#core/unique'
import { upTo } from '#payouts/pieces'

test.group('Work in pieces', () => {
  test('inChunks does every item once, in order', async ({ assert }) => {
    const seen: number[][] = []
    await inChunks([1, 2, 3, 4, 5], 2, async (chunk) => seen.push(chunk))
    assert.deepEqual(seen, [[1, 2], [3, 4], [5]])
    await inChunks([], 2, async () => assert.fail('there is nothing to do'))
  })

  test('upTo takes as many as fit, and always one', ({ assert }) => {
    const same = (rows: number) => rows
    assert.deepEqual(upTo(10, [4, 5, 2, 1], same), [4, 5])
    assert.deepEqual(upTo(10, [99, 1], same), [99])
    assert.deepEqual(upTo(10, [], same), [])
  })

  test('a pace slows down after a long transaction, and comes back after short ones', ({
    assert,
  }) => {
    const pace = new Pace(1_000)
    pace.learn(300)
    assert.equal(pace.rows, 500)
    pace.learn(100)
    assert.equal(pace.rows, 625)
    for (let times = 0; times < 10; times++) pace.learn(1)
    assert.equal(pace.rows, 1_000)
    pace.learn(60_000)
    assert.equal(pace.rows, 100)
  })

  test('oneByOne goes on when it fails for one, and throws at the end', async ({ assert }) => {
    const done: string[] = []
    const items = ['a', 'b', 'c'].map((id) => ({ id }))
    const work = async ({ id }: { id: string }) => {
      if (id === 'b') throw new Error('b is broken')
      done.push(id)
    }
    await assert.rejects(() => oneByOne(items, work), 'b is broken')
    assert.deepEqual(done, ['a', 'c'])
    await assert.rejects(
      () => oneByOne(items, () => Promise.reject(new Error('no'))),
      'Failed for 3 of 3'
    )
  })
})

test.group('A broken unique index', () => {
  const onSqlite = Object.assign(new Error('UNIQUE constraint failed: users.email'), {
    code: 'SQLITE_CONSTRAINT_UNIQUE',
  })
  const onPostgres = Object.assign(new Error('duplicate key'), {
    code: '23505',
    constraint: 'users_email_unique',
  })

  test('is known on both databases', ({ assert }) => {
    for (const error of [onSqlite, onPostgres]) {
      assert.isTrue(breaksUnique(error, 'users_email_unique'))
      assert.isFalse(breaksUnique(error, 'links_ref_param_unique'))
    }
    assert.isFalse(breaksUnique('users_email_unique', 'users_email_unique'))
  })

  test('is tried again five times, and only that', async ({ assert }) => {
    let tries = 0
    const failing = (error: Error) => () => {
      tries++
      return Promise.reject(error)
    }
    await assert.rejects(() => retryOnUnique('users_email_unique', failing(onSqlite)))
    assert.equal(tries, 6)
    await assert.rejects(() => retryOnUnique(['users_email_unique'], failing(new Error('another'))))
    assert.equal(tries, 7)
  })
})
