import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { apiOf } from '#tests/support/api'
import { makeAffiliate, makeCampaign, makeProgram, makeWorkspace, sell } from '#tests/support/world'

test.group('Workspace, campaigns, rules, enrollments, links, coupons', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function program() {
    const made = await makeProgram()
    return { ...made, api: await apiOf(made.workspace, made.owner) }
  }

  const percent = (rate: number) => ({ type: 'percent', rate_bps: rate })

  test('settings change, unless they changed meanwhile', async ({ assert }) => {
    const { api } = await program()
    const { body: before } = await api.get('/workspace')
    const input = {
      hold_days: 14,
      payout_minimums: { USD: 5000 },
      lock_version: before.lock_version,
    }
    const changed = await api.patch('/workspace', input)
    assert.equal(changed.status, 200)
    assert.deepInclude(changed.body, { hold_days: 14, payout_minimums: { USD: 5000 } })
    const stale = await api.patch('/workspace', input)
    assert.deepEqual([stale.status, stale.body.code], [409, 'CONFLICT'])
    const bad = [{ currency: 'XXX' }, { timezone: 'Mars/Olympus' }, { hold_days: -1 }]
    for (const body of [...bad, { payout_minimums: { XXX: 1 } }, { approvals: { required: 3 } }]) {
      const { status } = await api.patch('/workspace', body)
      assert.equal(status, 422, JSON.stringify(body))
    }
  })

  test('of two who change what both have seen, one is told', async ({ assert }) => {
    const { api, campaign } = await program()
    const rule = await api.post(`/campaigns/${campaign.id}/rules`, {
      event: 'sale',
      reward: percent(1000),
    })
    const changes = [
      ['/workspace', { cookie_days: 10 }, { cookie_days: 11 }],
      [`/campaigns/${campaign.id}`, { hold_days: 10 }, { hold_days: 11 }],
      [`/campaigns/${campaign.id}/rules/${rule.body.id}`, { position: 10 }, { position: 11 }],
    ] as const
    for (const [path, ...both] of changes) {
      const seen = (await api.get(path)).body.lock_version
      const answers = await Promise.all(
        both.map((change) => api.patch(path, { ...change, lock_version: seen }))
      )
      assert.sameMembers(
        answers.map(({ status }) => status),
        [200, 409],
        path
      )
      assert.equal((await api.get(path)).body.lock_version, seen + 1)
    }
  })

  test('a campaign is made with defaults, changed, and deleted while nothing uses it', async ({
    assert,
  }) => {
    const { api, campaign } = await program()
    const input = {
      name: 'Spring',
      destination_url: 'https://x.example.com/',
      reward: percent(1000),
    }
    const made = await api.post('/campaigns', input)
    assert.equal(made.status, 201)
    assert.deepInclude(made.body, {
      state: 'active',
      duration: { type: 'lifetime' },
      hold_days: 30,
      slug: 'spring',
    })
    const path = `/campaigns/${made.body.id}`
    const months = { type: 'months', months: 12 }
    const changed = await api.patch(path, { duration: months, lock_version: 0 })
    assert.deepEqual([changed.body.duration, changed.body.lock_version], [months, 1])
    const stale = await api.patch(path, { name: 'Late', lock_version: 0 })
    assert.equal(stale.status, 409)
    const taken = await api.patch(path, { slug: campaign.slug })
    assert.deepEqual([taken.status, taken.body.code], [409, 'CONFLICT'])
    const gone = await api.delete(path)
    assert.equal(gone.status, 204)
    const used = await api.delete(`/campaigns/${campaign.id}`)
    assert.equal(used.status, 409)
  })

  test('a reward is of one kind, with that kind’s fields alone', async ({ assert }) => {
    const { api } = await program()
    const bad = [
      percent(10_001),
      percent(-1),
      { ...percent(1), amounts: { USD: 1 } },
      { type: 'flat', amounts: { XXX: 1 } },
      { type: 'flat', rate_bps: 100 },
      { type: 'tiers' },
      ...[1, null, {}, { from: null, rate_bps: 1 }, { from: 1, rate_bps: 1 }].map((tier) => ({
        ...percent(1),
        tiers: [tier, { from: { USD: 100 }, rate_bps: 200 }],
      })),
      [],
      'percent',
    ]
    for (const reward of bad) {
      const { status } = await api.post('/campaigns', {
        name: 'X',
        destination_url: 'https://x.example.com/',
        reward,
      })
      assert.equal(status, 422, JSON.stringify(reward))
    }
  })

  test('a campaign pauses, goes on, and is archived for good', async ({ assert }) => {
    const { api, campaign } = await program()
    const states: string[] = []
    for (const deed of ['pause', 'activation', 'archive', 'activation']) {
      const { status, body } = await api.post(`/campaigns/${campaign.id}/${deed}`)
      states.push(`${status} ${body.state ?? body.code}`)
    }
    assert.deepEqual(states, ['200 paused', '200 active', '200 archived', '409 INVALID_TRANSITION'])
  })

  test('rules are added, changed, put in order and removed', async ({ assert }) => {
    const { api, campaign } = await program()
    const path = `/campaigns/${campaign.id}/rules`
    const ids: string[] = []
    for (const rate of [100, 200, 300]) {
      const { body } = await api.post(path, { event: 'sale', reward: percent(rate) })
      assert.equal(body.position, ids.length + 1)
      ids.push(body.id)
    }
    const order = [ids[2], ids[0], ids[1]]
    const ordered = await api.put(`${path}/order`, { ids: order })
    assert.equal(ordered.status, 200)
    const { body: list } = await api.get(`${path}?sort=position&order=asc`)
    assert.deepEqual(
      list.data.map(({ id }: { id: string }) => id),
      order
    )
    for (const some of [ids.slice(1), [...ids, 'rule_x'], []]) {
      const { status } = await api.put(`${path}/order`, { ids: some })
      assert.equal(status, 422)
    }
    const all = [{ field: 'country', op: 'in', value: ['DE', 'AT'] }]
    const changed = await api.patch(`${path}/${ids[0]}`, { all, lock_version: 0 })
    assert.deepEqual(changed.body.all, all)
    const misfit = await api.patch(`${path}/${ids[0]}`, {
      all: [{ field: 'amount', op: 'is', value: 'x' }],
    })
    assert.deepInclude(misfit.body.details[0], { field: 'all.0', rule: 'condition' })
    const gone = await api.delete(`${path}/${ids[0]}`)
    assert.equal(gone.status, 204)
  })

  test('an enrollment with its own terms pays by them, ends, and starts again', async ({
    assert,
  }) => {
    const { api, workspace, affiliate, campaign } = await program()
    const other = await makeAffiliate(workspace)
    const input = { affiliate_id: other.id, campaign_id: campaign.id, reward: percent(5000) }
    const made = await api.post('/enrollments', input)
    assert.equal(made.status, 201)
    const twice = await api.post('/enrollments', input)
    assert.deepEqual([twice.status, twice.body.code], [409, 'CONFLICT'])
    const { body: link } = await api.post('/links', { affiliate_id: other.id })
    const sold = await sell(workspace, { ref: link.ref_param, amount: 1000 })
    const { body: commissions } = await api.get(`/commissions?conversion_id=${sold.id}`)
    assert.equal(commissions.data[0].amount, 500)

    const path = `/enrollments/${made.body.id}`
    const cleared = await api.patch(path, { reward: null })
    assert.isNull(cleared.body.reward)
    const ended = await api.post(`${path}/end`)
    const again = await api.post(`${path}/activation`)
    const rejected = await api.post(`${path}/rejection`, { reason: 'late' })
    assert.deepEqual([ended.body.state, again.body.state], ['ended', 'active'])
    assert.equal(rejected.status, 409)
    const strange = await api.post('/enrollments', { affiliate_id: affiliate.id, campaign_id: 'x' })
    assert.equal(strange.status, 422)
  })

  test('links and coupons are unique, and deleted until they were used', async ({ assert }) => {
    const { api, workspace, affiliate } = await program()
    const link = await api.post('/links', { affiliate_id: affiliate.id, ref_param: 'Jane' })
    assert.deepEqual([link.status, link.body.ref_param, link.body.clicks], [201, 'jane', 0])
    const random = await api.post('/links', { affiliate_id: affiliate.id })
    assert.match(random.body.ref_param, /^[a-z0-9]{8}$/)
    const taken = await api.post('/links', { affiliate_id: affiliate.id, ref_param: 'JANE' })
    assert.deepEqual([taken.status, taken.body.code], [409, 'CONFLICT'])
    for (const name of ['a', 'a b', 'ä', 'x'.repeat(65), '../x']) {
      const bad = await api.post('/links', { affiliate_id: affiliate.id, ref_param: name })
      assert.equal(bad.status, 422, name)
    }
    const coupon = await api.post('/coupons', { affiliate_id: affiliate.id, code: 'jane20' })
    assert.equal(coupon.body.code, 'JANE20')
    const again = await api.post('/coupons', { affiliate_id: affiliate.id, code: 'JANE20' })
    assert.equal(again.status, 409)

    await sell(workspace, { coupon: 'JANE20' })
    await api.post('/track/click', { ref: 'jane' })
    const deleted: number[] = []
    for (const path of [
      `/links/${random.body.id}`,
      `/links/${link.body.id}`,
      `/coupons/${coupon.body.id}`,
    ])
      deleted.push((await api.delete(path)).status)
    assert.deepEqual(deleted, [204, 409, 409])
  })

  test('affiliates are unique by e-mail, and archived only with their balance known', async ({
    assert,
  }) => {
    const { api, workspace, affiliate, link } = await program()
    await sell(workspace, { ref: link.refParam })
    const twice = await api.post('/affiliates', { email: affiliate.email.toUpperCase() })
    assert.deepEqual([twice.status, twice.body.details.id], [409, affiliate.id])
    const { body: balance } = await api.get(`/affiliates/${affiliate.id}/balance`)
    assert.deepInclude(balance.data[0], { currency: 'USD', pending: 1980, due: 0, available: 0 })
    const owed = await api.post(`/affiliates/${affiliate.id}/archive`)
    assert.equal(owed.status, 409)
    const sure = await api.post(`/affiliates/${affiliate.id}/archive`, { confirm_balance: true })
    assert.equal(sure.body.state, 'archived')
    const self = await api.patch(`/affiliates/${affiliate.id}`, { referrer_id: affiliate.id })
    assert.equal(self.status, 422)
  })

  test('what another account has is free here', async ({ assert }) => {
    const { affiliate, campaign } = await makeProgram()
    const { workspace, owner } = await makeWorkspace()
    const own = await makeCampaign(workspace)
    const api = await apiOf(workspace, owner)
    const same = await api.post('/affiliates', { email: affiliate.email })
    assert.equal(same.status, 201)
    const foreign = { affiliate_id: affiliate.id, campaign_id: own.id }
    for (const path of ['/links', '/enrollments']) {
      const { status, body } = await api.post(path, foreign)
      assert.deepEqual([status, body.details[0].field], [422, 'affiliate_id'])
    }
    const other = await api.post('/links', { affiliate_id: same.body.id, campaign_id: campaign.id })
    assert.equal(other.body.details[0].field, 'campaign_id')
  })
})
