import { createServer } from 'node:net'
import { once } from 'node:events'
import { test } from '@japa/runner'
import queueConfig from '#config/queue'
import { RateLimitedException } from '#exceptions/errors'
import { closeLimiters, spend } from '#http/rate_limit'
import type { AddressInfo } from 'node:net'

test.group('Rate limits without Redis', (group) => {
  group.each.setup(async () => {
    const before = queueConfig.redis
    await closeLimiters()
    Object.assign(queueConfig, { redis: { host: '127.0.0.1', port: await closedPort() } })
    return async () => {
      Object.assign(queueConfig, { redis: before })
      await closeLimiters()
    }
  })

  test('are counted in memory, each name by itself', async ({ assert }) => {
    const left: number[] = []
    for (let call = 0; call < 3; call++) left.push((await spend('away:one', 3)).remaining)
    assert.deepEqual(left, [2, 1, 0])
    await assert.rejects(() => spend('away:one', 3), /Too many requests: 3 a minute/)
    assert.equal((await spend('away:two', 3)).remaining, 2)
    const refused = await spend('away:one', 3).catch((error) => error)
    assert.instanceOf(refused, RateLimitedException)
    assert.isAbove(refused.details.retry_after, 0)
  })
})

async function closedPort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
