import testUtils from '@adonisjs/core/services/test_utils'
import fc from 'fast-check'
import { test } from '@japa/runner'
import { dialects } from '#dialects/index'
import { asked } from '#http/mount'
import { limits } from '#http/rate_limit'
import { isOfAccount } from '#http/resource'
import ApiKey from '#models/api_key'
import Link from '#models/link'
import { Foreign, programWithKey } from '#tests/functional/dialects/client'
import { makeWorkspace } from '#tests/support/world'
import type { Dialect, Route } from '#dialects/dialect'

const fieldNames = [
  'affiliate_id',
  'external_id',
  'amount',
  'currency',
  'customer',
  'visitor_id',
].concat(['ref', 'name', 'email', 'ref_code', 'shortCode', 'affiliateId', 'occurred_at'])

const routes = dialects.flatMap((dialect) => dialect.routes.map((route) => ({ dialect, route })))

/** Whatever a dialect speaks, it lets nobody do what the API itself would not. */
test.group('Every route of every dialect', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const asks = ({ base }: Dialect, { method, path }: Route) =>
    asked.get(`${method} ${base}${path}`)!
  const ofAccounts = routes.filter(({ dialect, route }) => isOfAccount(asks(dialect, route)))
  const guarded = routes.filter(({ dialect, route }) => asks(dialect, route) !== 'anyone')

  function call({ dialect, route }: (typeof routes)[number], secret?: string) {
    const client = new Foreign(
      dialect.base.replace('/compat', ''),
      secret ? { [dialect.keyHeader ?? 'X-Api-Key']: secret } : {}
    )
    const path = route.path.replace(':id', 'link_01k5q8w3v7e9x2m4n6p8r0t1s3')
    return client.send(
      route.method,
      path,
      ['POST', 'PATCH'].includes(route.method) ? {} : undefined
    )
  }

  test('asks for a key', async ({ assert }) => {
    for (const each of guarded) assert.equal((await call(each)).status, 401, each.route.path)
  })

  test('asks for the permission of its action, and no other does', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    for (const each of ofAccounts) {
      const permission = asks(each.dialect, each.route)
      const without = { all: true, [permission]: false }
      const { secret } = await ApiKey.mint(workspace, owner, {
        name: 'All but',
        permissions: without,
      })
      assert.equal((await call(each, secret!)).status, 403, each.route.path)
    }
  })

  test('is of the account of the key, whatever account is named', async ({ assert }) => {
    const { secret } = await programWithKey()
    const { workspace } = await makeWorkspace()
    const affixo = new Foreign('/affixo', { 'X-Api-Key': secret, 'X-Account-Id': workspace.id })
    assert.equal((await affixo.get('/v1/campaigns')).status, 403)
  })

  test('a write is done once for its idempotency key', async ({ assert }) => {
    const { affiliate, secret } = await programWithKey()
    const headers = { 'X-Api-Key': secret, 'Idempotency-Key': 'links-1' }
    const affixo = new Foreign('/affixo', headers)
    const first = await affixo.post('/v1/links', { affiliate_id: affiliate.id })
    const second = await affixo.post('/v1/links', { affiliate_id: affiliate.id })
    assert.equal(second.text, first.text)
    assert.equal(second.headers.get('idempotent-replayed'), 'true')
    assert.lengthOf(await Link.query().where('affiliate_id', affiliate.id), 2)
    const other = await affixo.post('/v1/links', { affiliate_id: affiliate.id, name: 'Other' })
    assert.deepEqual([other.status, other.body.error], [400, 'idempotency_mismatch'])
  })

  test('calls are counted with those of the API, and 429 is in the dialect’s words', async ({
    assert,
    cleanup,
  }) => {
    const { api } = limits
    limits.api = 2
    cleanup(() => void (limits.api = api))
    const { secret } = await programWithKey()
    const linquid = new Foreign('/linquid/api', { 'X-API-Key': secret })
    const affilync = new Foreign('/affilync/api', { Authorization: `Bearer ${secret}` })
    await linquid.get('/links')
    const last = await affilync.get('/links')
    assert.equal(last.headers.get('x-ratelimit-remaining'), '0')
    const { status, body, headers } = await linquid.get('/links')
    assert.deepEqual([status, body.error.code], [429, 'RATE_LIMITED'])
    assert.isAbove(Number(headers.get('retry-after')), 0)
  })

  test('whatever is sent, it is answered in words', async ({ assert }) => {
    const { secret } = await programWithKey()
    const bodies = fc.dictionary(fc.constantFrom(...fieldNames), fc.jsonValue())
    const writes = guarded.filter(({ route }) => route.method === 'POST')
    for (const { dialect, route } of writes) {
      const headers = { [dialect.keyHeader ?? 'X-Api-Key']: secret }
      const client = new Foreign(dialect.base.replace('/compat', ''), headers)
      for (const body of fc.sample(bodies, { numRuns: 15, seed: 7 })) {
        const { status } = await client.post(route.path, body)
        assert.isBelow(status, 500, `${route.path} ${JSON.stringify(body)}`)
      }
    }
  })

  test('text that no database can hold is refused', async ({ assert }) => {
    const { affiliate, secret } = await programWithKey()
    const linquid = new Foreign('/linquid/api', { 'X-API-Key': secret })
    const body = { affiliateId: affiliate.id, title: 'a\0b' }
    assert.equal((await linquid.post('/links', body)).status, 400)
    assert.equal((await linquid.get('/links?q=a%00b')).status, 400)
  })
})
