import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { apiOf } from '#tests/support/api'
import { dueProgram } from '#tests/support/money'
import { makeWorkspace } from '#tests/support/world'

test.group('Payout runs by the API', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('open, approve, download, execute, pay; a refund is netted in the next', async ({
    assert,
  }) => {
    const { workspace, owner, sale, affiliate } = await dueProgram()
    const api = await apiOf(workspace, owner)
    const dry = await api.post('/payout_runs', { dry_run: true })
    assert.equal(dry.status, 200)
    const opened = await api.post('/payout_runs')
    assert.equal(opened.status, 201)
    const [run] = opened.body.data
    assert.deepInclude(run, { state: 'awaiting_approval', amount: 2000, payouts_count: 1 })
    const path = `/payout_runs/${run.id}`

    const early = await api.get(`${path}/files/csv`)
    assert.equal(early.status, 409)
    const approved = await api.post(`${path}/approval`)
    assert.equal(approved.body.state, 'approved')
    assert.lengthOf(approved.body.approvals, 1)
    const twice = await api.post(`${path}/approval`)
    assert.equal(twice.status, 409)

    const { body: files } = await api.get(`${path}/files`)
    const file = await api.get(`${path}/files/${files.data[0].format}?part=1`)
    assert.equal(file.status, 200)
    assert.include(file.text, '20.00')
    assert.equal(file.headers.get('x-content-sha256'), files.data[0].sha256)
    for (const part of ['0', 'x', '1&part=2', '99999999']) {
      const bad = await api.get(`${path}/files/csv?part=${part}`)
      assert.oneOf(bad.status, [404, 422], part)
    }

    await api.post(`${path}/execution`)
    const paid = await api.post(`${path}/payment`, { reference: 'bank-1' })
    assert.equal(paid.body.state, 'completed')
    const { body: payouts } = await api.get(`/payouts?run_id=${run.id}&expand=affiliate,run`)
    assert.deepInclude(payouts.data[0], { state: 'paid', amount: 2000, lines_count: 1 })
    assert.equal(payouts.data[0].affiliate.id, affiliate.id)
    const lines = await api.get(`/payouts/${payouts.data[0].id}/lines?expand=commission`)
    assert.equal(lines.body.data[0].commission.state, 'paid')

    const refund = { external_id: 'r-1', amount: 5000, kind: 'chargeback' }
    const refunded = await api.post(`/conversions/${sale.id}/refunds`, refund)
    const again = await api.post(`/conversions/${sale.id}/refunds`, refund)
    assert.deepEqual([refunded.status, again.status], [201, 200])
    const { body: balance } = await api.get(`/affiliates/${affiliate.id}/balance`)
    assert.deepInclude(balance.data[0], { paid: 2000, due: -1000 })
    const nothing = await api.post('/payout_runs')
    assert.deepEqual([nothing.status, nothing.body.data], [200, []])
    const undo = `/refunds/${refunded.body.id}/undo`
    assert.equal((await api.post(undo, { reason: 'x'.repeat(61) })).status, 422)
    const undone = await api.post(undo, { reason: 'won' })
    assert.deepEqual([undone.status, undone.body.state], [200, 'undone'])
  })

  test('a key without approve opens a run and cannot approve it', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    const api = await apiOf(workspace, owner, { 'all': true, 'v1.payouts.approve': false })
    const opened = await api.post('/payout_runs')
    const refused = await api.post(`/payout_runs/${opened.body.data[0].id}/approval`)
    assert.deepEqual(refused.body.details, { need: 'v1.payouts.approve' })
  })

  test('where two must approve, no key may', async ({ assert }) => {
    const { workspace, owner } = await dueProgram({ approvals: { required: 2 } })
    const api = await apiOf(workspace, owner)
    const opened = await api.post('/payout_runs')
    const { status } = await api.post(`/payout_runs/${opened.body.data[0].id}/approval`)
    assert.equal(status, 403)
  })

  test('a bonus is positive, an adjustment negative, and neither is nothing', async ({
    assert,
  }) => {
    const { workspace, owner, affiliate } = await dueProgram()
    const api = await apiOf(workspace, owner)
    const give = (amount: number) =>
      api.post('/commissions', {
        affiliate_id: affiliate.id,
        amount,
        currency: 'USD',
        reason: 'Talk in May',
      })
    const bonus = await give(500)
    const adjustment = await give(-300)
    const nothing = await give(0)
    assert.deepEqual([bonus.body.kind, bonus.body.amount], ['bonus', 500])
    assert.deepEqual([adjustment.body.kind, adjustment.body.amount], ['adjustment', -300])
    assert.equal(nothing.status, 422)
    const foreign = await apiOf(...(await otherAccount()))
    const refused = await foreign.post(`/commissions/${bonus.body.id}/void`, { reason: 'x' })
    assert.equal(refused.status, 404)
  })

  async function otherAccount() {
    const { workspace, owner } = await makeWorkspace()
    return [workspace, owner] as const
  }
})
