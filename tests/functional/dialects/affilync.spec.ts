import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { clock } from '#core/clock'
import UserToken from '#models/user_token'
import { Foreign, programWithKey } from '#tests/functional/dialects/client'
import { sell } from '#tests/support/world'

test.group('A client of Affilync', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('signs in, reads, and refreshes; its account is what the person looks at', async ({
    assert,
  }) => {
    const { owner, campaign } = await programWithKey()
    const affilync = new Foreign('/affilync/api')
    const { status, body } = await affilync.post('/auth/login', {
      email: owner.email,
      password: 'correct horse battery',
      device: 'cli',
    })
    assert.equal(status, 200)
    assert.deepEqual(Object.keys(body), [
      'access_token',
      'refresh_token',
      'token_type',
      'expires_in',
    ])
    assert.deepEqual([body.token_type, body.expires_in], ['bearer', 3600])

    const person = new Foreign('/affilync/api', { Authorization: `Bearer ${body.access_token}` })
    const campaigns = await person.get('/campaigns')
    assert.deepEqual([campaigns.status, campaigns.body.data[0].id], [200, campaign.id])

    const refresh = (token: string) => affilync.post('/auth/refresh', { refresh_token: token })
    const next = await refresh(body.refresh_token)
    assert.deepEqual([next.status, next.body.token_type], [200, 'bearer'])
    const again = await refresh(body.refresh_token)
    assert.deepEqual([again.status, again.body.error_code], [401, 'TOKEN_REUSED'])
  })

  test('reads campaigns, links and commissions, page by page', async ({ assert }) => {
    const { workspace, link, campaign, secret } = await programWithKey()
    await sell(workspace, { ref: link.refParam })
    await sell(workspace, { ref: link.refParam })
    const affilync = new Foreign('/affilync/api', { Authorization: `Bearer ${secret}` })

    const links = await affilync.get(`/links?campaign_id=${campaign.id}&status=active&sub_id=1`)
    assert.deepEqual(links.body.meta, { page: 1, per_page: 20, total: 1 })
    const [shown] = links.body.data
    assert.deepEqual([shown.short_url, shown.status], [link.url, 'active'])

    const paged = await affilync.get('/commissions?per_page=1&page=2&status=due')
    assert.deepEqual(paged.body.meta, { page: 2, per_page: 1, total: 2 })
    assert.equal(paged.body.data[0].status, 'due')
    assert.equal((await affilync.get('/campaigns')).body.data[0].status, 'active')
  })

  test('is refused with a detail and a code', async ({ assert }) => {
    const { owner, secret } = await programWithKey({ permissions: { 'v1.links.read': true } })
    const { access_token: token } = await clock.at(clock.now().minus({ hours: 2 }), () =>
      UserToken.signIn(owner)
    )
    const expired = new Foreign('/affilync/api', { Authorization: `Bearer ${token}` })
    const key = new Foreign('/affilync/api', { Authorization: `Bearer ${secret}` })
    const wrong = { email: owner.email, password: 'wrong' }
    const refusals = [
      [await expired.get('/campaigns'), 401, 'TOKEN_EXPIRED'],
      [await new Foreign('/affilync/api').get('/campaigns'), 401, 'UNAUTHORIZED'],
      [await key.get('/campaigns'), 403, 'FORBIDDEN'],
      [await key.get('/links?page=none'), 422, 'VALIDATION_ERROR'],
      [await key.get('/nothing'), 404, 'NOT_FOUND'],
      [await key.post('/auth/login', wrong), 401, 'INVALID_CREDENTIALS'],
    ] as const
    for (const [{ status, body }, expected, code] of refusals) {
      assert.deepEqual([status, body.error_code], [expected, code])
      assert.deepEqual(Object.keys(body), ['detail', 'error_code'])
    }
  })
})
