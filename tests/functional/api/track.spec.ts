import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import ApiKey from '#models/api_key'
import { apiOf } from '#tests/support/api'
import { makeProgram, unique } from '#tests/support/world'

test.group('Tracking', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function tracking() {
    const program = await makeProgram()
    const api = await apiOf(program.workspace, program.owner, { 'v1.track.write': true })
    const all = await apiOf(program.workspace, program.owner)
    return { ...program, api, all }
  }

  const sale = (more: object = {}) => ({
    external_id: `order-${unique()}`,
    amount: 9900,
    currency: 'USD',
    customer: { external_id: `c-${unique()}` },
    ...more,
  })

  test('a click, a lead and a sale of its visitor earn a commission', async ({ assert }) => {
    const { api, link, affiliate } = await tracking()
    const click = await api.post('/track/click', { ref: link.refParam.toUpperCase() })
    assert.equal(click.status, 201)
    const customer = { external_id: 'c-1', email: 'Buyer@Example.com', country: 'de' }
    const lead = await api.post('/track/lead', { customer, visitor_id: click.body.visitor_id })
    assert.deepEqual([lead.status, lead.body.attributed], [201, true])
    const sold = await api.post('/track/sale', sale({ customer, click_id: click.body.click.id }))
    assert.equal(sold.status, 201)
    assert.equal(sold.body.referral.affiliate_id, affiliate.id)
    assert.equal(sold.body.conversion.customer.email, 'buyer@example.com')
    const [commission] = sold.body.commissions
    assert.deepEqual(
      [commission.amount, commission.currency, commission.rate_bps, commission.state],
      [1980, 'USD', 2000, 'pending']
    )
    assert.include(commission.explanation, '20%')
  })

  test('the same sale again is 200, another under its id 409 with what is stored', async ({
    assert,
  }) => {
    const { api, link } = await tracking()
    const body = sale({ ref: link.refParam })
    const first = await api.post('/track/sale', body)
    const again = await api.post('/track/sale', body)
    assert.deepEqual([first.status, again.status], [201, 200])
    assert.equal(again.body.conversion.id, first.body.conversion.id)
    const differs = await api.post('/track/sale', { ...body, amount: 100 })
    assert.deepEqual([differs.status, differs.body.code], [409, 'CONFLICT'])
    assert.equal(differs.body.details.amount, 9900)
  })

  test('a sale of nothing, and of nobody’s, is recorded', async ({ assert }) => {
    const { api, link } = await tracking()
    const free = await api.post('/track/sale', sale({ amount: 0, ref: link.refParam }))
    assert.equal(free.status, 201)
    const alone = await api.post('/track/sale', sale())
    assert.deepEqual([alone.status, alone.body.attributed, alone.body.referral], [201, false, null])
    assert.deepEqual(alone.body.commissions, [])
    assert.isNotEmpty(alone.body.explanation)
  })

  test('amounts, currencies and instants that cannot be are refused', async ({ assert }) => {
    const { api } = await tracking()
    const bad: [object, string][] = [
      ...[-1, 1.5, 1e30, '99', null, 1_000_000_000_000].map((amount): [object, string] => [
        { amount },
        'amount',
      ]),
      ...['XXX', 'DOLLAR', 'US', 1, ''].map((currency): [object, string] => [
        { currency },
        'currency',
      ]),
      ...['yesterday', '2026-02-30', '1900-01-01', '9999-01-01', 1_700_000_000].map(
        (at): [object, string] => [{ occurred_at: at }, 'occurred_at']
      ),
      [{ customer: {} }, 'customer.external_id'],
      [{ customer: 'c-1' }, 'customer'],
      [{ external_id: '' }, 'external_id'],
      [{ kind: 'refund' }, 'kind'],
    ]
    for (const [more, field] of bad) {
      const { status, body } = await api.post('/track/sale', sale(more))
      assert.equal(status, 422, JSON.stringify(more))
      assert.equal(body.details[0].field, field, JSON.stringify(more))
    }
  })

  test('a refund takes its share back; more than is left is refused', async ({ assert }) => {
    const { api, all, link } = await tracking()
    const body = sale({ ref: link.refParam })
    const sold = await api.post('/track/sale', body)
    const refund = { external_id: 'r-1', conversion_external_id: body.external_id, amount: 4950 }
    const first = await api.post('/track/refund', refund)
    const again = await api.post('/track/refund', refund)
    assert.deepEqual([first.status, again.status], [201, 200])
    assert.equal(first.body.refund.state, 'applied')
    const tooMuch = await api.post('/track/refund', { ...refund, external_id: 'r-2', amount: 9900 })
    assert.equal(tooMuch.status, 422)
    const { body: list } = await all.get(
      `/commissions?conversion_id=${sold.body.conversion.id}&order=asc`
    )
    assert.deepEqual(
      list.data.map(({ amount }: { amount: number }) => amount),
      [1980, -990]
    )
  })

  test('a refund before its sale waits, and is applied when it comes', async ({ assert }) => {
    const { api, all, link } = await tracking()
    const body = sale({ ref: link.refParam })
    const waits = await api.post('/track/refund', {
      external_id: 'r-1',
      conversion_external_id: body.external_id,
    })
    assert.deepEqual([waits.status, waits.body.refund.state], [202, 'waiting'])
    await api.post('/track/sale', body)
    const { body: refund } = await all.get(`/refunds/${waits.body.refund.id}`)
    assert.deepEqual([refund.state, refund.amount], ['applied', 9900])
  })

  test('what is remembered of a caller is forgotten when it changes', async ({ assert }) => {
    const { api, workspace, owner, link } = await tracking()
    const tell = async () => (await api.post('/track/sale', sale({ ref: link.refParam }))).status
    assert.equal(await tell(), 201)
    const key = await ApiKey.query().where('workspace_id', workspace.id).orderBy('id').firstOrFail()
    await key.change({ permissions: { 'v1.track.read': true } }, owner.actor)
    assert.equal(await tell(), 403)
    await key.change({ permissions: { 'v1.track.write': true } }, owner.actor)
    assert.equal(await tell(), 201)
    await key.disable(owner.actor)
    assert.equal(await tell(), 401)
  })

  test('a batch answers each event by itself', async ({ assert }) => {
    const { api, link } = await tracking()
    const one = sale({ ref: link.refParam })
    const events = [
      { type: 'click', ref: link.refParam },
      { type: 'sale', ...one },
      { type: 'sale', ...one },
      { type: 'sale', ...one, amount: 1 },
      { type: 'lead', customer: { external_id: 'c' }, typo: 1 },
      { type: 'refund', external_id: 'r', conversion_external_id: one.external_id },
    ]
    const { status, body } = await api.post('/track/batch', { events })
    assert.equal(status, 200)
    assert.deepEqual(
      body.data.map((item: { ok: boolean; status: number }) => [item.ok, item.status]),
      [
        [true, 201],
        [true, 201],
        [true, 200],
        [false, 409],
        [false, 422],
        [true, 201],
      ]
    )
    assert.equal(body.data[4].error.details[0].field, 'typo')
  })

  test('a batch is 1 to 1,000 events of a known type', async ({ assert }) => {
    const { api } = await tracking()
    for (const events of [
      [],
      [{ type: 'visit' }],
      Array.from({ length: 1001 }, () => ({ type: 'click' })),
    ]) {
      const { status } = await api.post('/track/batch', { events })
      assert.equal(status, 422)
    }
  })

  test('a batch under an idempotency key does each event once', async ({ assert }) => {
    const { api, all, link } = await tracking()
    const once = { headers: { 'Idempotency-Key': 'batch-1' } }
    const one = sale({ ref: link.refParam })
    const events = [
      { type: 'click', ref: link.refParam },
      { type: 'click', ref: 'nobody’s' },
      { type: 'lead', customer: one.customer, ref: link.refParam },
      { type: 'sale', ...one },
      { type: 'sale', ...one },
      { type: 'sale', ...one, amount: -1 },
      { type: 'refund', external_id: 'r', conversion_external_id: one.external_id, amount: 1 },
      { type: 'sale', ...sale({ ref: link.refParam }) },
    ]
    const first = await api.post('/track/batch', { events }, once)
    const again = await api.post('/track/batch', { events }, once)
    assert.equal(again.text, first.text)
    assert.deepEqual(
      first.body.data.map(({ status }: { status: number }) => status),
      [201, 422, 201, 201, 200, 422, 201, 201]
    )
    for (const [path, count] of [
      ['/clicks', 1],
      ['/conversions', 3],
      ['/refunds', 1],
    ] as const)
      assert.lengthOf((await all.get(path)).body.data, count, path)

    const { body } = await api.post('/track/batch', { events: [events[3]] }, once)
    assert.equal(body.data[0].error.code, 'IDEMPOTENCY_MISMATCH')
  })

  test('a click of a batch counts for what follows it, not for what came before', async ({
    assert,
  }) => {
    const { api, link } = await tracking()
    const visitor = { visitor_id: 'v'.repeat(32) }
    const events = [
      { type: 'sale', ...sale(visitor) },
      { type: 'click', ref: link.refParam, ...visitor },
      { type: 'sale', ...sale(visitor) },
    ]
    const { body } = await api.post('/track/batch', { events })
    assert.deepEqual(
      [body.data[0], body.data[2]].map(({ result }) => result.attributed),
      [false, true]
    )
  })
})
