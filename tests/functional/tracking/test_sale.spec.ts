import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { expire } from '#ledger/expire'
import Commission from '#models/commission'
import Conversion from '#models/conversion'
import Referral from '#models/referral'
import TestSale from '#models/test_sale'
import { apiOf } from '#tests/support/api'
import { later, makeProgram } from '#tests/support/world'

test.group('A test sale', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function trying() {
    const program = await makeProgram()
    const api = await apiOf(program.workspace, program.owner)
    const customer = { external_id: 'user-1' }
    const ref = program.link.refParam
    const sale = { external_id: 'order-1', amount: 9900, currency: 'USD', customer, ref }
    return { ...program, api, sale }
  }

  test('is answered as it would become, and gets into no book', async ({ assert }) => {
    const { api, sale, workspace } = await trying()
    const told = () => db.from('events').where('workspace_id', workspace.id).count('* as total')
    const before = await told()
    const { status, body } = await api.post('/track/sale', { ...sale, test: true })
    assert.equal(status, 200)
    assert.containSubset(body, { test: true, attributed: true, commissions: [{ amount: 1980 }] })
    for (const Model of [Conversion, Commission, Referral])
      assert.isNull(await Model.findBy('workspace_id', workspace.id))
    assert.deepEqual(await told(), before)

    const real = await api.post('/track/sale', sale)
    assert.deepEqual([real.status, real.body.test], [201, undefined])
  })

  test('in a batch and under an idempotency key, too', async ({ assert }) => {
    const { api, sale, workspace } = await trying()
    const events = [{ type: 'sale', ...sale, test: true }]
    const once = { headers: { 'Idempotency-Key': 'test-1' } }
    const first = await api.post('/track/batch', { events }, once)
    assert.deepEqual([first.body.data[0].status, first.body.data[0].result.test], [200, true])
    await api.post('/track/sale', { ...sale, test: true }, once)
    assert.isNull(await Conversion.findBy('workspace_id', workspace.id))
  })

  test('is gone after a day', async ({ assert }) => {
    const { api, sale, workspace } = await trying()
    await api.post('/track/sale', { ...sale, test: true })
    await later(0.9, expire)
    assert.isNotNull(await TestSale.findBy('workspace_id', workspace.id))
    await later(1.1, expire)
    assert.isNull(await TestSale.findBy('workspace_id', workspace.id))
  })

  test('POST /conversions knows no test', async ({ assert }) => {
    const { api, sale } = await trying()
    const { status } = await api.post('/conversions', { ...sale, test: true })
    assert.equal(status, 422)
  })
})
