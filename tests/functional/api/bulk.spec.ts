import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { apiOf } from '#tests/support/api'
import { dueProgram, openRun } from '#tests/support/money'
import { makeAffiliate, makeProgram, makeWorkspace, sell } from '#tests/support/world'
import Commission from '#models/commission'

test.group('Many at once', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  interface Item {
    ok: boolean
    code?: string
  }
  const codes = (data: Item[]) => data.map(({ ok, code }) => (ok ? 'ok' : code))

  test('each affiliate is answered by itself; one refused keeps no other back', async ({
    assert,
  }) => {
    const { workspace, owner } = await makeWorkspace()
    const api = await apiOf(workspace, owner)
    const one = await makeAffiliate(workspace, { state: 'pending' })
    const active = await makeAffiliate(workspace)
    const foreign = await makeAffiliate((await makeWorkspace()).workspace, { state: 'pending' })
    const two = await makeAffiliate(workspace, { state: 'pending' })
    const ids = [one.id, active.id, foreign.id, 'nonsense', two.id]
    const { status, body } = await api.post('/affiliates/bulk/activation', { ids })
    assert.equal(status, 200)
    assert.deepEqual(codes(body.data), ['ok', 'INVALID_TRANSITION', 'NOT_FOUND', 'NOT_FOUND', 'ok'])
    for (const affiliate of [one, two, foreign]) await affiliate.refresh()
    assert.deepEqual([one.state, two.state, foreign.state], ['active', 'active', 'pending'])
  })

  test('1 to 100 ids, each once', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const api = await apiOf(workspace, owner)
    const tooMany = Array.from({ length: 101 }, (_, number) => `aff_${number}`)
    for (const ids of [[], tooMany, ['a', 'a'], 'aff_1', [1]]) {
      const { status } = await api.post('/affiliates/bulk/activation', { ids })
      assert.equal(status, 422)
    }
  })

  test('under an idempotency key what went well is not done again, what failed is tried again', async ({
    assert,
  }) => {
    const { workspace, owner } = await makeWorkspace()
    const api = await apiOf(workspace, owner)
    const pending = await makeAffiliate(workspace, { state: 'pending' })
    const active = await makeAffiliate(workspace)
    const send = () =>
      api.post(
        '/affiliates/bulk/activation',
        { ids: [pending.id, active.id] },
        { headers: { 'Idempotency-Key': 'bulk-1' } }
      )
    const first = await send()
    await active.suspend(owner.actor, 'fraud')
    const again = await send()
    assert.deepEqual(codes(first.body.data), ['ok', 'INVALID_TRANSITION'])
    assert.deepEqual(codes(again.body.data), ['ok', 'ok'])
  })

  test('commissions are approved, held ones released, and voided', async ({ assert }) => {
    const { workspace, owner, link } = await makeProgram()
    const api = await apiOf(workspace, owner)
    for (let sold = 0; sold < 3; sold++) await sell(workspace, { ref: link.refParam })
    const commissions = await Commission.query().where('workspace_id', workspace.id)
    const ids = commissions.map(({ id }) => id)
    const approved = await api.post('/commissions/bulk/approval', { ids: ids.slice(0, 2) })
    assert.deepEqual(codes(approved.body.data), ['ok', 'ok'])
    await api.post(`/commissions/${ids[2]}/hold`)
    const released = await api.post('/commissions/bulk/release', { ids })
    assert.deepEqual(codes(released.body.data), ['INVALID_TRANSITION', 'INVALID_TRANSITION', 'ok'])
    const voided = await api.post('/commissions/bulk/void', { ids, reason: 'fraud' })
    assert.deepEqual(codes(voided.body.data), ['ok', 'ok', 'ok'])
  })

  test('payouts are paid and returned; before approval only excluded', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    const api = await apiOf(workspace, owner)
    const { run, payout } = await openRun(workspace, owner)
    const ids = [payout.id]
    const early = await api.post('/payouts/bulk/payment', { ids })
    assert.deepEqual(codes(early.body.data), ['INVALID_TRANSITION'])
    await run.approve(owner.actor)
    const late = await api.post('/payouts/bulk/exclusion', { ids, reason: 'wrong' })
    assert.deepEqual(codes(late.body.data), ['INVALID_TRANSITION'])
    const paid = await api.post('/payouts/bulk/payment', { ids, reference: 'bank-1' })
    assert.deepEqual(codes(paid.body.data), ['ok'])
    const returned = await api.post('/payouts/bulk/return', { ids, reason: 'account_closed' })
    assert.deepEqual(codes(returned.body.data), ['ok'])
  })
})
