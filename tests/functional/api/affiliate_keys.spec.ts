import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import ApiKey from '#models/api_key'
import { routes } from '#tests/support/actions'
import { Api, apiOf } from '#tests/support/api'
import { dueProgram, openRun } from '#tests/support/money'
import { makeAffiliate, makeCampaign, makeWorkspace, sell } from '#tests/support/world'
import Link from '#models/link'
import { system } from '#core/actor'
import type Affiliate from '#models/affiliate'
import type User from '#models/user'
import type Workspace from '#models/workspace'

test.group('Keys of affiliates', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const own = routes.filter(({ action }) => action.may === 'affiliate')

  async function keyOf(workspace: Workspace, owner: User, affiliate: Affiliate) {
    const { secret } = await ApiKey.mint(workspace, owner, {
      name: 'Jane',
      kind: 'affiliate',
      affiliateId: affiliate.id,
    })
    return new Api({ Authorization: `Bearer ${secret}` })
  }

  /** Two affiliates of one campaign who both sold something, and what was paid to both. */
  async function two() {
    const program = await dueProgram()
    const { workspace, owner, affiliate, campaign } = program
    const john = await makeAffiliate(workspace)
    const link = await Link.make(john, campaign, {}, system)
    await sell(workspace, { ref: link.refParam })
    await apiOf(workspace, owner).then((api) => api.post('/track/click', { ref: link.refParam }))
    await openRun(workspace, owner)
    return { ...program, john, jane: await keyOf(workspace, owner, affiliate) }
  }

  test('read what is the affiliate’s, without naming the account', async ({ assert }) => {
    const { jane, affiliate } = await two()
    const me = await jane.get('/affiliate/me')
    assert.deepEqual([me.body.id, me.body.email], [affiliate.id, affiliate.email])
    const balance = await jane.get('/affiliate/balance')
    assert.equal(balance.body.data[0].currency, 'USD')
    for (const list of ['links', 'conversions', 'commissions', 'payouts']) {
      const { body } = await jane.get(`/affiliate/${list}`)
      assert.isNotEmpty(body.data, list)
      for (const row of body.data) assert.equal(row.affiliate_id, affiliate.id, list)
    }
    assert.deepEqual((await jane.get('/affiliate/clicks')).body.data, [])
  })

  test('never another affiliate’s, however they are asked', async ({ assert }) => {
    const { jane, john } = await two()
    const { body } = await jane.get('/affiliate/commissions?q=jane')
    assert.equal(body.code, 'VALIDATION_ERROR')
    const filtered = await jane.get(`/affiliate/commissions?affiliate_id=${john.id}`)
    assert.equal(filtered.status, 422)
  })

  test('nothing of who the customers are, nor of what the program notes', async ({ assert }) => {
    const { jane } = await two()
    const [conversion] = (await jane.get('/affiliate/conversions')).body.data
    for (const name of ['customer', 'external_id']) assert.notProperty(conversion, name)
    const me = await jane.get('/affiliate/me')
    for (const name of ['tags', 'metadata']) assert.notProperty(me.body, name)
    const [commission] = (await jane.get('/affiliate/commissions')).body.data
    assert.notProperty(commission, 'held_reasons')
    assert.isNotEmpty(commission.explanation)
  })

  test('are refused every other route, and other credentials these', async ({ assert }) => {
    const { jane, workspace, owner } = await two()
    const account = { headers: { 'X-Account-Id': workspace.id } }
    for (const { name, method, path, action } of routes) {
      if (action.may === 'affiliate' || action.may === 'anyone') continue
      const answer = await jane.send(method, path, method === 'GET' ? undefined : {}, account)
      assert.deepEqual([answer.status, answer.body.code], [403, 'FORBIDDEN'], name)
    }
    const secret = await apiOf(workspace, owner)
    for (const { name, path } of own) assert.equal((await secret.get(path)).status, 403, name)
  })

  test('name no account but their own', async ({ assert }) => {
    const { jane, workspace } = await two()
    const other = await makeWorkspace()
    assert.equal((await jane.get(`/affiliate/links?account_id=${workspace.id}`)).status, 200)
    assert.equal((await jane.get(`/affiliate/links?account_id=${other.workspace.id}`)).status, 403)
  })

  test('end with the membership of who made them', async ({ assert }) => {
    const { jane, workspace } = await two()
    await workspace.related('memberships').query().delete()
    for (const { name, path } of own) assert.equal((await jane.get(path)).status, 403, name)
  })

  test('a campaign of another affiliate tells nothing', async ({ assert }) => {
    const { jane, workspace } = await two()
    const campaign = await makeCampaign(workspace)
    const { body } = await jane.get(`/affiliate/conversions?campaign_id=${campaign.id}`)
    assert.deepEqual(body.data, [])
  })
})
