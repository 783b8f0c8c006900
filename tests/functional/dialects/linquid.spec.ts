import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { Foreign, programWithKey } from '#tests/functional/dialects/client'
import { makeProgram, sell } from '#tests/support/world'

test.group('A client of Linquid', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function moved(about: Parameters<typeof programWithKey>[0] = {}) {
    const program = await programWithKey(about)
    const linquid = new Foreign('/linquid/api', { 'X-API-Key': program.secret })
    return { ...program, linquid }
  }

  test('makes, reads, changes and deletes a link', async ({ assert }) => {
    const { affiliate, campaign, linquid } = await moved()
    const made = await linquid.post('/links', {
      destinationUrl: 'https://example.com/landing-page',
      title: 'Summer',
      shortCode: 'summer-sale',
      campaignId: campaign.id,
      affiliateId: affiliate.id,
      tags: ['summer'],
    })
    assert.deepEqual([made.status, made.body.success], [201, true])
    const { data: link } = made.body
    assert.match(link.id, /^link_/)
    assert.deepEqual(
      [link.shortCode, link.title, link.campaignId],
      ['summer-sale', 'Summer', campaign.id]
    )
    assert.match(link.createdAt, /^\d{4}-\d\d-\d\dT.*Z$/)

    const changed = await linquid.send('PATCH', `/links/${link.id}`, { title: 'Autumn' })
    assert.deepEqual([changed.status, changed.body.data.title], [200, 'Autumn'])
    assert.equal((await linquid.get(`/links/${link.id}`)).body.data.title, 'Autumn')
    const gone = await linquid.send('DELETE', `/links/${link.id}`)
    assert.deepEqual([gone.status, gone.body], [200, { success: true, data: null }])
    assert.equal((await linquid.get(`/links/${link.id}`)).status, 404)
  })

  test('reads lists by page and limit, and filters them', async ({ assert }) => {
    const { workspace, link, campaign, linquid } = await moved()
    await sell(workspace, { ref: link.refParam })
    await sell(workspace, { ref: link.refParam })
    const { body } = await linquid.get(`/conversions?page=1&limit=1&campaignId=${campaign.id}`)
    assert.deepEqual(body.pagination, { page: 1, limit: 1, total: 2, totalPages: 2, hasMore: true })
    assert.deepEqual([body.success, body.data[0].campaignId], [true, campaign.id])

    const { body: links } = await linquid.get(
      `/links?search=nothing&startingAfter=${link.id}&expand=affiliate`
    )
    assert.deepEqual(links.pagination, {
      page: 1,
      limit: 20,
      total: 1,
      totalPages: 1,
      hasMore: false,
    })
    const one = await linquid.get(`/campaigns/${campaign.id}`)
    assert.equal(one.body.data.destinationUrl, campaign.destinationUrl)
    assert.equal((await linquid.get(`/conversions/${body.data[0].id}`)).status, 200)
    assert.equal((await linquid.get('/campaigns?status=active')).body.pagination.total, 1)
  })

  test('is refused with its statuses and codes', async ({ assert }) => {
    const { affiliate, link, linquid } = await moved()
    const stranger = await makeProgram()
    const reads = await moved({ permissions: { 'v1.links.read': true } })
    const taken = { affiliateId: affiliate.id, shortCode: link.refParam }
    const refusals = [
      [await new Foreign('/linquid/api').get('/links'), 401, 'UNAUTHORIZED'],
      [
        await new Foreign('/linquid/api', { 'X-API-Key': 'lw_wrong' }).get('/links'),
        401,
        'INVALID_API_KEY',
      ],
      [await reads.linquid.post('/links', taken), 403, 'FORBIDDEN'],
      [await linquid.get(`/links/${stranger.link.id}`), 404, 'NOT_FOUND'],
      [await linquid.get('/links/%00'), 404, 'NOT_FOUND'],
      [await linquid.get('/qr'), 404, 'NOT_FOUND'],
      [await linquid.post('/links', { title: 'Nobody’s' }), 400, 'VALIDATION_ERROR'],
      [await linquid.get('/links?page=0'), 400, 'VALIDATION_ERROR'],
      [await linquid.post('/links', '{'), 400, 'INVALID_JSON'],
      [await linquid.post('/links', taken), 409, 'SHORT_CODE_EXISTS'],
    ] as const
    for (const [{ status, body }, expected, code] of refusals) {
      assert.deepEqual([status, body.error.code], [expected, code])
      assert.deepEqual([body.success, Object.keys(body.error)], [false, ['code', 'message']])
    }
  })
})
