import { createHmac } from 'node:crypto'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import Conversion from '#models/conversion'
import { storeClick } from '#tests/support/clicks'
import { base } from '#tests/support/api'
import { makeProgram } from '#tests/support/world'
import type Workspace from '#models/workspace'

const secret = 'a secret of the workspace'

async function connected() {
  const program = await makeProgram()
  await program.workspace.connect('postback', { secret }, system)
  return program
}

/** Opens an address as a network does. */
async function open(workspace: Workspace, parameters: Record<string, string>, key = secret) {
  const query = new URLSearchParams({ account_id: workspace.id, ...parameters }).toString()
  const signature = createHmac('sha256', key).update(query).digest('hex')
  const response = await fetch(`${base}/postback?${query}&signature=${signature}`)
  return { status: response.status, body: (await response.json()) as any }
}

const sale = { external_id: 'order 1&2', amount: '9900', currency: 'usd' }

test.group('GET /postback', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a signed sale that names a click is attributed, once', async ({ assert }) => {
    const { workspace, link, affiliate } = await connected()
    const click = await storeClick(workspace, link, {})
    const first = await open(workspace, { ...sale, click_id: click.id })
    const again = await open(workspace, { ...sale, click_id: click.id })
    assert.deepEqual([first.status, again.status], [201, 200])
    assert.deepEqual(first.body, { ok: true })
    const [stored, ...others] = await Conversion.query().where('workspace_id', workspace.id)
    assert.isEmpty(others)
    assert.containSubset(stored.serialize(), {
      ...{ externalId: 'order 1&2', amount: 9900, currency: 'USD', source: 'postback' },
      ...{ affiliateId: affiliate.id, customerExternalId: 'postback:order 1&2' },
    })
    const differs = await open(workspace, { ...sale, amount: '1' })
    assert.equal(differs.status, 409)
  })

  test('leads and refunds too', async ({ assert }) => {
    const { workspace, link } = await connected()
    const customer = { customer_id: 'user-1', customer_email: 'Buyer@Example.com' }
    const lead = { type: 'lead', external_id: 'lead-1', ref: link.refParam, ...customer }
    assert.equal((await open(workspace, lead)).status, 201)
    assert.equal((await open(workspace, { ...sale, ...customer })).status, 201)
    const refund = { type: 'refund', external_id: 'r-1', conversion_external_id: 'order 1&2' }
    assert.equal((await open(workspace, { ...refund, amount: '900' })).status, 201)
    const stored = await Conversion.findByOrFail({ workspace_id: workspace.id, kind: 'sale' })
    assert.containSubset(stored.serialize(), { attributedBy: 'referral', refundedAmount: 900 })
    assert.equal(stored.customerEmail, 'buyer@example.com')
  })

  test('what the secret has not signed is refused, and tells of no account', async ({ assert }) => {
    const { workspace } = await connected()
    const other = await makeProgram()
    const answers = [
      await open(workspace, sale, 'another secret'),
      await open(other.workspace, sale),
      await open(workspace, { ...sale, account_id: 'ws_none' }),
    ]
    const bare = await fetch(`${base}/postback?account_id=${workspace.id}&external_id=1`)
    answers.push({ status: bare.status, body: await bare.json() })
    for (const { status, body } of answers)
      assert.deepEqual([status, body.code], [401, 'UNAUTHORIZED'])
    assert.isNull(await Conversion.findBy('workspace_id', workspace.id))
  })

  test('a changed address is no longer signed', async ({ assert }) => {
    const { workspace } = await connected()
    const query = new URLSearchParams({ account_id: workspace.id, ...sale }).toString()
    const signature = createHmac('sha256', secret).update(query).digest('hex')
    for (const changed of [
      query.replace('9900', '9901'),
      `${query}&amount=1`,
      query.replace('usd', 'eur'),
    ]) {
      const { status } = await fetch(`${base}/postback?${changed}&signature=${signature}`)
      assert.equal(status, 401)
    }
    const longer = await fetch(`${base}/postback?${query}&signature=${signature}&amount=1`)
    assert.equal(longer.status, 401)
  })

  test('what is no conversion is refused: {field}')
    .with([
      { field: 'amount', more: { amount: '1.5' } },
      { field: 'amount', more: { amount: '99.00' } },
      { field: 'amount', more: { amount: '1e3' } },
      { field: 'amount', more: { amount: '0x10' } },
      { field: 'amount', more: { amount: ' 99 ' } },
      { field: 'amount', more: { amount: '1000000000000' } },
      { field: 'occurred_at', more: { occurred_at: '2199-01-01' } },
      { field: 'amount', more: { amount: '-1' } },
      { field: 'amount', more: { amount: '' } },
      { field: 'currency', more: { currency: 'xxx' } },
      { field: 'type', more: { type: 'click' } },
      { field: 'payout', more: { payout: '12' } },
      { field: 'conversion_external_id', more: { type: 'refund' } },
    ])
    .run(async ({ assert }, { field, more }) => {
      const { workspace } = await connected()
      const { status, body } = await open(workspace, Object.assign({}, sale, more))
      assert.deepEqual([status, body.details?.[0].field], [422, field])
    })
})
