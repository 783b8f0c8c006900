import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import Commission from '#models/commission'
import { apiOf } from '#tests/support/api'
import { dueProgram } from '#tests/support/money'
import { makeAffiliate, makeCampaign, makeProgram, makeWorkspace, sell } from '#tests/support/world'

test.group('What people decide by hand', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function setting() {
    const made = await dueProgram()
    const rival = await makeAffiliate(made.workspace)
    const stranger = await makeAffiliate((await makeWorkspace()).workspace)
    return { ...made, rival, stranger, api: await apiOf(made.workspace, made.owner) }
  }

  test('a conversion is attributed, once', async ({ assert }) => {
    const { api, workspace, rival, stranger } = await setting()
    const sale = await sell(workspace)
    const path = `/conversions/${sale.id}/attribution`
    const input = { affiliate_id: rival.id, reason: 'They wrote to us' }
    const { status, body } = await api.post(path, input)
    assert.deepEqual([status, body.affiliate_id, body.attributed], [200, rival.id, true])
    assert.include(body.explanation, 'attributed by hand by key “Test”: They wrote to us')
    const twice = await api.post(path, input)
    assert.deepEqual([twice.status, twice.body.code], [409, 'CONFLICT'])
    for (const wrong of [
      {},
      { affiliate_id: rival.id },
      { ...input, affiliate_id: stranger.id },
      { ...input, campaign_id: 'camp_x' },
      { ...input, note: 'unknown' },
    ]) {
      const refused = await api.post(path, wrong)
      assert.equal(refused.status, 422, JSON.stringify(wrong))
    }
    const events = await api.get(`/events?subject_id=${sale.id}&type=conversion.attributed`)
    assert.deepInclude(events.body.data[0], { reason: 'by_hand', note: 'They wrote to us' })
  })

  test('a referral moves with what is not paid', async ({ assert }) => {
    const { api, sale, affiliate, rival } = await setting()
    const path = `/referrals/${sale.referralId}/move`
    const input = { affiliate_id: rival.id, with_commissions: true }
    const { status, body } = await api.post(path, input)
    assert.deepEqual(
      [status, body.referral.affiliate_id, body.moved, body.stayed],
      [200, rival.id, 1, 0]
    )
    const rows = await api.get(`/commissions?conversion_id=${sale.id}&sort=created_at&order=asc`)
    assert.sameDeepMembers(
      rows.body.data.map((row: Record<string, unknown>) => [
        row.affiliate_id,
        row.state,
        row.void_reason,
      ]),
      [
        [affiliate.id, 'voided', 'referral_moved'],
        [rival.id, 'due', null],
      ]
    )
    const twice = await api.post(path, input)
    assert.equal(twice.status, 409)
    const nobody = await api.post(path, { affiliate_id: 'aff_x' })
    assert.equal(nobody.status, 422)
  })

  test('a referral is denied for a reason, and the denial taken back', async ({ assert }) => {
    const { api, sale } = await setting()
    const path = `/referrals/${sale.referralId}`
    const without = await api.post(`${path}/denial`)
    assert.equal(without.status, 422)
    const denied = await api.post(`${path}/denial`, { reason: 'fraud', void_commissions: true })
    assert.deepEqual([denied.status, denied.body.state], [200, 'denied'])
    const twice = await api.post(`${path}/denial`, { reason: 'fraud' })
    assert.deepEqual([twice.status, twice.body.code], [409, 'INVALID_TRANSITION'])
    const commission = await Commission.findByOrFail('conversion_id', sale.id)
    assert.deepEqual([commission.state, commission.voidReason], ['voided', 'fraud'])
    const restored = await api.post(`${path}/restoration`)
    assert.equal(restored.body.state, 'customer')
  })

  test('bonuses and adjustments, of either sign and any currency', async ({ assert }) => {
    const { api, affiliate, stranger, campaign } = await setting()
    const input = { affiliate_id: affiliate.id, currency: 'jpy', reason: 'goodwill' }
    const bonus = await api.post('/commissions', { ...input, amount: 500, note: 'Sorry' })
    assert.equal(bonus.status, 201)
    assert.deepInclude(bonus.body, {
      kind: 'bonus',
      state: 'due',
      currency: 'JPY',
      explanation: 'Goodwill: Sorry',
    })
    const right = { ...input, kind: 'adjustment', campaign_id: campaign.id }
    const adjustment = await api.post('/commissions', { ...right, amount: 500 })
    assert.deepInclude(adjustment.body, { kind: 'adjustment', campaign_id: campaign.id })
    const back = await api.post('/commissions', { ...input, amount: -500 })
    assert.deepInclude(back.body, { kind: 'adjustment', state: 'due', due_at: null })
    const dueAt = '2100-01-01T00:00:00.000Z'
    const waiting = await api.post('/commissions', { ...input, amount: 1, due_at: dueAt })
    assert.deepInclude(waiting.body, { state: 'pending', due_at: dueAt })
    for (const wrong of [
      { amount: 0 },
      { amount: -1, due_at: dueAt },
      { amount: 1.5 },
      { amount: 1, currency: 'XXX' },
      { amount: 1, affiliate_id: stranger.id },
      { amount: 1, kind: 'sale' },
      { amount: 1, reason: '' },
    ]) {
      const refused = await api.post('/commissions', { ...input, ...wrong })
      assert.equal(refused.status, 422, JSON.stringify(wrong))
    }
  })

  test('a release says why; its event tells it', async ({ assert }) => {
    const { api, commission } = await setting()
    const path = `/commissions/${commission.id}`
    const held = await api.post(`${path}/hold`, { note: 'odd' })
    assert.deepEqual(held.body.held_reasons, [{ code: 'by_hand', sentence: 'A person held it.' }])
    const released = await api.post(`${path}/release`, { reason: 'checked', note: 'a real order' })
    assert.deepEqual([released.body.state, released.body.held_reasons], ['due', []])
    const events = await api.get(`/events?subject_id=${commission.id}&type=commission.released`)
    assert.deepInclude(events.body.data[0], { reason: 'checked', note: 'a real order' })
  })

  test('another account’s rows are not there', async ({ assert }) => {
    const { sale } = await setting()
    const other = await makeProgram()
    const api = await apiOf(other.workspace, other.owner)
    await makeCampaign(other.workspace)
    for (const path of [
      `/conversions/${sale.id}/attribution`,
      `/referrals/${sale.referralId}/move`,
      `/referrals/${sale.referralId}/denial`,
      `/referrals/${sale.referralId}/restoration`,
    ]) {
      const { status } = await api.post(path, { affiliate_id: other.affiliate.id, reason: 'x' })
      assert.equal(status, 404, path)
    }
  })

  test('the limits of holds are settings', async ({ assert }) => {
    const { api, workspace } = await setting()
    const limits = { visitor_sales: 1, visitor_hours: 2, duplicate_minutes: 0 }
    const { status, body } = await api.patch('/workspace', { hold_limits: limits })
    assert.deepEqual([status, body.hold_limits], [200, limits])
    await workspace.refresh()
    assert.deepEqual(workspace.holdLimits, limits)
    for (const wrong of [{ visitor_hours: 0 }, { visitor_sales: -1 }, { more: 1 }]) {
      const refused = await api.patch('/workspace', { hold_limits: { ...limits, ...wrong } })
      assert.equal(refused.status, 422, JSON.stringify(wrong))
    }
  })
})
