import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import Commission from '#models/commission'
import { deskOf } from '#tests/support/desk'
import { approvedRun, dueProgram, openRun, refund, saleOf } from '#tests/support/money'
import { makeAffiliate, sell } from '#tests/support/world'

const query = (ids: string[], back = '') =>
  `?${ids.map((id) => `ids[]=${id}`).join('&')}&_back=${encodeURIComponent(back)}`

test.group('Deeds on chosen rows', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('voiding says what the families come to, and what stays', async ({ assert }) => {
    const program = await dueProgram()
    const { page, post } = await deskOf(program.owner)
    const second = await saleOf(program)
    await refund(second.sale, 5000)
    const voided = await saleOf(program)
    await voided.commission.void(program.owner.actor, 'mistake')

    const ids = [program.commission.id, second.commission.id, voided.commission.id]
    const asked = await page(`/commissions/bulk/void/new${query(ids, '/commissions?state=due')}`)
    assert.include(asked.html, 'Void 2 commissions, $30.00')
    assert.match(asked.html, /Stay as they are<\/dt><dd>1</)
    assert.include(asked.html, 'value="/commissions?state=due"')

    const done = await post('/commissions/bulk/void', {
      'ids[]': ids,
      'reason': 'fraud',
      '_back': '/commissions?state=due',
    })
    assert.deepEqual(done, { status: 303, to: '/commissions?state=due' })
    const list = await page('/commissions')
    assert.include(list.html, '2 commissions were voided; 1 could not be.')
    await program.commission.refresh()
    assert.equal(program.commission.state, 'voided')
  })

  test('nothing leads to another site', async ({ assert }) => {
    const { owner, commission } = await dueProgram()
    const { page, post } = await deskOf(owner)
    for (const back of ['//evil.example.com', 'https://evil.example.com', String.raw`/\evil`]) {
      const asked = await page(`/commissions/bulk/void/new${query([commission.id], back)}`)
      assert.notInclude(asked.html, 'evil')
      const fields = { 'ids[]': [commission.id], 'reason': 'x', '_back': back }
      assert.equal((await post('/commissions/bulk/release', fields)).to, '/commissions')
    }
  })

  test('held ones are released', async ({ assert }) => {
    const { owner, commission } = await dueProgram()
    const { page, post } = await deskOf(owner)
    await commission.hold(owner.actor)
    const list = await page('/commissions')
    assert.include(list.html, 'formaction="/commissions/bulk/release/new"')
    const asked = await page(`/commissions/bulk/release/new${query([commission.id])}`)
    assert.include(asked.html, 'Release 1 commission, $20.00')
    await post('/commissions/bulk/release', { 'ids[]': [commission.id], 'reason': 'checked' })
    await commission.refresh()
    assert.equal(commission.state, 'due')
  })

  test('pending ones are made due', async ({ assert }) => {
    const program = await dueProgram()
    const { page, post } = await deskOf(program.owner)
    const { commission } = program
    await Commission.query().where('id', commission.id).update({ state: 'pending' })
    const asked = await page(`/commissions/bulk/approval/new${query([commission.id])}`)
    assert.include(asked.html, 'Make 1 commission due, $20.00')
    await post('/commissions/bulk/approval', { 'ids[]': [commission.id] })
    await commission.refresh()
    assert.equal(commission.state, 'due')
  })

  test('affiliates are let in and rejected, by name', async ({ assert }) => {
    const { workspace, owner, affiliate } = await dueProgram()
    const { page, post } = await deskOf(owner)
    const anna = await makeAffiliate(workspace, { name: 'Anna Bauer', state: 'pending' })
    const ben = await makeAffiliate(workspace, { name: 'Ben Okafor', state: 'pending' })

    const asked = await page(
      `/affiliates/bulk/activation/new${query([anna.id, ben.id, affiliate.id])}`
    )
    assert.include(asked.html, 'Let 2 affiliates in')
    assert.include(asked.html, 'Ben Okafor, Anna Bauer')
    await post('/affiliates/bulk/activation', { 'ids[]': [anna.id] })
    await post('/affiliates/bulk/rejection', { 'ids[]': [ben.id], 'reason': 'no_fit', 'note': '' })
    await anna.refresh()
    await ben.refresh()
    assert.deepEqual([anna.state, ben.state], ['active', 'rejected'])

    const none = await page(`/affiliates/bulk/rejection/new${query([affiliate.id])}`)
    assert.include(none.html, 'None of the chosen affiliates is in a state for this.')
  })

  test('payouts are excluded from the run that they are looked at in', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    const { page, post } = await deskOf(owner)
    const { run, payout } = await openRun(workspace, owner)
    const back = `/payout_runs/${run.id}`
    const asked = await page(`/payouts/bulk/exclusion/new${query([payout.id], back)}`)
    assert.include(asked.html, 'Exclude 1 payout, $20.00')
    const fields = { 'ids[]': [payout.id], 'reason': 'under_review', '_back': back }
    assert.deepEqual(await post('/payouts/bulk/exclusion', fields), { status: 303, to: back })
    await payout.refresh()
    assert.equal(payout.state, 'canceled')
  })

  test('payouts are marked paid, then returned', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    const { page, post } = await deskOf(owner)
    const { run, payout } = await approvedRun(workspace, owner)
    await run.execute(owner.actor)
    const asked = await page(`/payouts/bulk/payment/new${query([payout.id])}`)
    assert.include(asked.html, 'Mark 1 payout paid, $20.00')
    const paid = { 'ids[]': [payout.id], 'reference': 'BANK-1', 'paid_at': '2026-01-02' }
    await post('/payouts/bulk/payment', paid)
    await payout.refresh()
    assert.deepEqual([payout.state, payout.reference], ['paid', 'BANK-1'])

    const because = { 'ids[]': [payout.id], 'reason': 'unclaimed', 'note': 'In May.' }
    await post('/payouts/bulk/return', because)
    await payout.refresh()
    assert.equal(payout.state, 'returned')
  })
})

test.group('Forms of deeds that a row cannot have', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a lead has nothing to refund', async ({ assert }) => {
    const { workspace, owner, link } = await dueProgram()
    const { page } = await deskOf(owner)
    const lead = { kind: 'lead' as const, amount: 0, currency: undefined, ref: link.refParam }
    const { id } = await sell(workspace, lead)
    const asked = await page(`/conversions/${id}/refunds/new`)
    assert.equal(asked.status, 409)
    assert.include(asked.html, 'A lead has no amount: there is nothing to give back.')
  })
})
