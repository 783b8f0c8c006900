import testUtils from '@adonisjs/core/services/test_utils'
import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { uuidOf } from '#core/ids'
import { mapOfScopes } from '#http/permissions'
import ApiKey from '#models/api_key'
import Commission from '#models/commission'
import Link from '#models/link'
import Refund from '#models/refund'
import { faults, Foreign, programWithKey } from '#tests/functional/dialects/client'
import { pasted } from '#tests/support/pasted'
import { base } from '#tests/support/api'
import { rowsOf } from '#tests/support/money'
import { makeProgram } from '#tests/support/world'
import Conversion from '#models/conversion'

test.group('A client of Affixo', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function moved(about: Parameters<typeof programWithKey>[0] = {}) {
    const program = await programWithKey(about)
    const affixo = new Foreign('/affixo', { Authorization: `Bearer ${program.secret}` })
    return { ...program, affixo }
  }

  test('makes a link as its document says, with curl', async ({ assert }) => {
    const { affiliate, campaign, secret } = await moved()
    const line = `curl "$BASE/v1/links" -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" \
      -d '{"affiliate_id": "${uuidOf(affiliate.id)}", "destination_url": "https://shop.example.com/pricing",
           "ref_param": "janes-link", "campaign_id": "${uuidOf(campaign.id)}"}'`
    const { status, text } = await pasted(line, { BASE: `${base}/compat/affixo`, KEY: secret })
    assert.equal(status, 201)
    assert.deepEqual(faults('affixo', 'LinkCreated', JSON.parse(text)), [])
    const { data } = JSON.parse(text)
    assert.equal(data.affiliate_id, uuidOf(affiliate.id))
    assert.equal(data.ref_param, 'janes-link')
    assert.equal((await Link.findByOrFail('ref_param', 'janes-link')).campaignId, campaign.id)
  })

  test('names rows by UUID or by our ids, and says more than anyone reads', async ({ assert }) => {
    const { affiliate, affixo } = await moved()
    const { status, body } = await affixo.post('/v1/links', {
      affiliate_id: affiliate.id,
      ref_param: null,
      utm: { source: 'newsletter' },
      constructor: randomUUID(),
    })
    assert.equal(status, 201)
    assert.lengthOf(body.data.ref_param, 8)
    assert.deepEqual(faults('affixo', 'LinkCreated', body), [])
  })

  test('is refused in its own words', async ({ assert }) => {
    const { affiliate, link, affixo } = await moved()
    const stranger = await makeProgram()
    const make = (body: object | string) => affixo.post('/v1/links', body)
    const refusals = [
      [await make('{"affiliate_id": '), 400, 'invalid_json'],
      [await make({ ref_param: 'jane' }), 400, 'affiliate_id_required'],
      [await make({ affiliate_id: affiliate.id, ref_param: 'j' }), 400, 'ref_param_invalid'],
      [await make({ affiliate_id: randomUUID() }), 404, 'affiliate_not_found'],
      [await make({ affiliate_id: uuidOf(stranger.affiliate.id) }), 404, 'affiliate_not_found'],
      [
        await make({ affiliate_id: affiliate.id, campaign_id: randomUUID() }),
        404,
        'campaign_not_found',
      ],
      [
        await make({ affiliate_id: affiliate.id, ref_param: link.refParam }),
        409,
        'ref_param_taken',
      ],
      [await affixo.post('/v1/track/click', { ref: 'nobody' }), 404, 'link_not_found'],
      [await affixo.get('/v1/nothing'), 404, 'not_found'],
    ] as const
    for (const [{ status, body }, expected, word] of refusals) {
      assert.deepEqual([status, body.error], [expected, word])
      assert.deepEqual(faults('affixo', 'Error', body), [])
    }
  })

  test('learns which scope its key lacks', async ({ assert }) => {
    const { workspace, owner, affiliate } = await moved()
    const refusal = async (scopes: Parameters<typeof mapOfScopes>[0], path: string) => {
      const permissions = mapOfScopes(scopes)
      const { secret } = await ApiKey.mint(workspace, owner, { name: 'Scoped', permissions })
      const affixo = new Foreign('/affixo', { Authorization: `Bearer ${secret}` })
      return path.startsWith('GET ')
        ? affixo.get(path.slice(4))
        : affixo.post(path, { affiliate_id: affiliate.id, external_id: 'order-1', amount: 1 })
    }
    const asked = [
      [await refusal(['read'], '/v1/links'), 'write'],
      [await refusal(['read'], '/v1/track/sale'), 'track'],
      [await refusal(['track'], 'GET /v1/payouts'), 'read'],
    ] as const
    for (const [{ status, body }, need] of asked) {
      assert.deepEqual([status, body.error, body.need], [403, 'insufficient_scope', need])
      assert.deepEqual(faults('affixo', 'Error', body), [])
    }
    assert.equal((await refusal(['write'], '/v1/links')).status, 201)
    assert.equal((await refusal(['*'], '/v1/track/sale')).status, 201)

    const nobody = await new Foreign('/affixo').get('/v1/campaigns')
    assert.deepEqual([nobody.status, nobody.body.error], [401, 'unauthorized'])
  })

  test('adds an affiliate with a code, which is a link', async ({ assert }) => {
    const { campaign, affixo } = await moved()
    const { status, body } = await affixo.post('/v1/affiliates', {
      email: 'promoter@example.com',
      name: 'Jane Promoter',
      ref_code: 'promoter-jane',
    })
    assert.equal(status, 201)
    assert.deepEqual(faults('affixo', 'Affiliate', body), [])
    const link = await Link.findByOrFail('ref_param', 'promoter-jane')
    assert.deepEqual([uuidOf(link.affiliateId), link.campaignId], [body.data.id, campaign.id])

    const nameless = await affixo.post('/v1/affiliates', { name: 'Jane' })
    assert.deepEqual([nameless.status, nameless.body.error], [400, 'email_required'])
    const again = await affixo.post('/v1/affiliates', { email: 'promoter@example.com' })
    assert.deepEqual([again.status, again.body.error], [409, 'email_taken'])
  })

  test('tracks click, sale and refund, in decimals', async ({ assert }) => {
    const { link, affiliate, affixo } = await moved()
    const click = await affixo.post('/v1/track/click', { ref: link.refParam, visitor_id: 'v_abc' })
    assert.equal(click.status, 201)
    assert.deepEqual(faults('affixo', 'Clicked', click.body), [])

    const order = { visitor_id: 'v_abc', external_id: 'order_1234', amount: 99.5, currency: 'usd' }
    const sold = await affixo.post('/v1/track/sale', order)
    assert.equal(sold.status, 201)
    assert.deepEqual(faults('affixo', 'Tracked', sold.body), [])
    const sale = await Conversion.findByOrFail('external_id', 'order_1234')
    assert.deepEqual([sale.amount, sale.currency], [9950, 'USD'])
    assert.equal(sold.body.conversion_id, uuidOf(sale.id))
    const commission = await Commission.findByOrFail('conversion_id', sale.id)
    assert.deepEqual([commission.affiliateId, commission.amount], [affiliate.id, 1990])

    assert.equal((await affixo.post('/v1/track/sale', order)).status, 200)
    const { body } = await affixo.get('/v1/commissions?status=due')
    assert.deepEqual(
      body.data.map((row: { amount: number; status: string }) => [row.amount, row.status]),
      [[19.9, 'due']]
    )

    const part = await affixo.post('/v1/track/refund', { external_id: 'order_1234', amount: 9.5 })
    assert.deepEqual([part.status, part.body.ok], [201, true])
    assert.equal(part.body.conversion_id, uuidOf(sale.id))
    assert.equal((await Refund.findByOrFail('conversion_id', sale.id)).amount, 950)
    assert.deepEqual(await rowsOf(sale), ['1990 due', '-190 due'])
  })

  test('reverses a whole sale by its external_id, twice without harm', async ({ assert }) => {
    const { link, affixo } = await moved()
    await affixo.post('/v1/track/sale', { ref: link.refParam, external_id: 'order_1', amount: 10 })
    const first = await affixo.post('/v1/track/refund', { external_id: 'order_1' })
    const second = await affixo.post('/v1/track/refund', { external_id: 'order_1' })
    assert.deepEqual([first.status, second.status], [201, 200])
    const sale = await Conversion.findByOrFail('external_id', 'order_1')
    assert.deepEqual(await rowsOf(sale), ['200 voided'])
  })

  test('a sale of nobody is not attributed, and a test is not recorded', async ({ assert }) => {
    const { affixo } = await moved()
    const sold = await affixo.post('/v1/track/sale', {
      visitor_id: 'v_new',
      external_id: 'order_2',
      amount: 5,
    })
    assert.deepEqual([sold.body.ok, sold.body.attributed], [true, false])
    assert.equal(sold.body.visitor_id, 'v_new')
    assert.deepEqual(faults('affixo', 'Tracked', sold.body), [])

    const sale = { external_id: 'order_3', amount: 5 }
    const tried = await affixo.post('/v1/track/sale', { ...sale, is_test: true })
    assert.deepEqual([tried.status, tried.body.ok], [200, true])
    const lead = await affixo.post('/v1/track/lead', { visitor_id: 'v_new', is_test: true })
    assert.deepEqual([lead.status, lead.body.error], [400, 'is_test_invalid'])
    const odd = await affixo.post('/v1/track/sale', { ...sale, amount: 5.001 })
    assert.deepEqual([odd.status, odd.body.error], [400, 'amount_invalid'])
    const sum = await affixo.post('/v1/track/sale', { external_id: 'order_3' })
    assert.deepEqual([sum.status, sum.body.error], [400, 'amount_required'])
    assert.isNull(await Conversion.findBy('external_id', 'order_3'))
  })

  test('signs a lead up', async ({ assert }) => {
    const { link, affixo } = await moved()
    const lead = { visitor_id: 'v_lead', ref: link.refParam, url: 'https://shop.example.com/' }
    const { status, body } = await affixo.post('/v1/track/lead', lead)
    assert.deepEqual([status, body.attributed], [201, true])
    assert.deepEqual(faults('affixo', 'Tracked', body), [])
  })

  test('an affiliate reads their own, and nothing else', async ({ assert }) => {
    const { workspace, owner, affiliate, link } = await moved()
    const { secret } = await ApiKey.mint(workspace, owner, {
      name: 'Jane',
      kind: 'affiliate',
      affiliateId: affiliate.id,
    })
    const affixo = new Foreign('/affixo', { Authorization: `Bearer ${secret}` })
    const { body: me } = await affixo.get('/v1/affiliate/me')
    assert.deepEqual([me.object, me.data.id], ['affiliate', uuidOf(affiliate.id)])
    const { body: links } = await affixo.get('/v1/affiliate/links')
    assert.deepEqual([links.object, links.data[0].ref_param], ['list', link.refParam])
    for (const part of ['clicks', 'conversions', 'commissions', 'payouts', 'balance'])
      assert.equal((await affixo.get(`/v1/affiliate/${part}`)).status, 200, part)
    const campaigns = await affixo.get('/v1/campaigns')
    assert.deepEqual([campaigns.status, campaigns.body.need], [403, 'read'])
  })
})
