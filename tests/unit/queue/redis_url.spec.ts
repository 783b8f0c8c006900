import { test } from '@japa/runner'
import { redisOptions } from '#queue/redis_url'

test.group('Redis address', () => {
  test('host, port, user, password and database', ({ assert }) => {
    assert.deepInclude(redisOptions('redis://jo:p%40ss@cache.example:6380/2'), {
      host: 'cache.example',
      port: 6380,
      username: 'jo',
      password: 'p@ss',
      db: 2,
    })
  })

  test('what is left out has its usual value', ({ assert }) => {
    const options = redisOptions('redis://localhost')
    assert.deepInclude(options, { host: 'localhost', port: 6379, db: 0 })
    assert.isUndefined(options.password)
    assert.notProperty(options, 'tls')
  })

  test('an IPv6 address', ({ assert }) => {
    assert.equal(redisOptions('redis://[::1]:4301').host, '::1')
  })

  test('rediss is over TLS', ({ assert }) => {
    assert.deepInclude(redisOptions('rediss://:secret@cache.example'), {
      password: 'secret',
      tls: {},
    })
  })

  test('a unix socket with a password', ({ assert }) => {
    assert.deepInclude(redisOptions('unix:///var/data%20dir/redis.sock?password=a%26b&db=1'), {
      path: '/var/data dir/redis.sock',
      password: 'a&b',
      db: 1,
    })
  })

  test('refuses what it cannot read: {$self}')
    .with(['', 'localhost:6379', 'http://secret@localhost', 'redis://:secret@localhost/first'])
    .run(({ assert }, address) => {
      assert.throws(() => redisOptions(address), /REDIS_URL/)
      try {
        redisOptions(address)
      } catch (error) {
        assert.notInclude(String(error), 'secret')
      }
    })
})
