import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import Referral from '#models/referral'
import { deskOf } from '#tests/support/desk'
import { dueProgram, rowsOf } from '#tests/support/money'
import { makeAffiliate, sell } from '#tests/support/world'

test.group('Deciding by hand in the console', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function desk() {
    const program = await dueProgram()
    const rival = await makeAffiliate(program.workspace)
    return { ...program, rival, ...(await deskOf(program.owner)) }
  }

  test('a conversion is attributed', async ({ assert }) => {
    const { workspace, rival, page, post } = await desk()
    const sale = await sell(workspace, { amount: 10_000 })
    const path = `/conversions/${sale.id}`
    const form = await page(`${path}/attribution/new`)
    assert.equal(form.status, 200)
    assert.include(form.html, rival.email)
    await post(`${path}/attribution`, { affiliate_id: rival.id, reason: '' })
    assert.deepEqual(await rowsOf(sale), [])
    const done = await post(`${path}/attribution`, { affiliate_id: rival.id, reason: 'Podcast' })
    assert.deepEqual(done, { status: 303, to: path })
    assert.deepEqual(await rowsOf(sale), ['2000 due'])
    const shown = await page(path)
    assert.include(shown.html, 'Attributed by hand by Ada Owner: Podcast')
  })

  test('a customer is moved with what is not paid, named in figures', async ({ assert }) => {
    const { sale, rival, page, post } = await desk()
    const path = `/referrals/${sale.referralId}`
    const form = await page(`${path}/move/new`)
    assert.include(form.html, '$20.00')
    const done = await post(`${path}/move`, {
      affiliate_id: rival.id,
      with_commissions: 'true',
      reason: 'agreed',
      note: '',
    })
    assert.deepEqual(done, { status: 303, to: path })
    const shown = await page(path)
    assert.include(shown.html, 'Customer moved to another affiliate')
    assert.include(shown.html, 'with 1 commission; 0 stayed')
  })

  test('a referral is denied, and the denial taken back', async ({ assert }) => {
    const { sale, page, post } = await desk()
    const path = `/referrals/${sale.referralId}`
    const form = await page(`${path}/denial/new`)
    assert.include(form.html, 'Void what is not paid yet: $20.00')
    await post(`${path}/denial`, { reason: 'fraud', void_commissions: 'true' })
    const denied = await page(path)
    assert.include(denied.html, `${path}/restoration`)
    await post(`${path}/restoration`, {})
    assert.equal((await Referral.findOrFail(sale.referralId!)).state, 'customer')
  })

  test('a held commission says each reason and what settles it, and is released for a reason', async ({
    assert,
  }) => {
    const { commission, page, post } = await desk()
    await commission.hold(system)
    const path = `/commissions/${commission.id}`
    const shown = await page(path)
    assert.include(shown.html, 'A person held it.')
    assert.include(shown.html, 'Release it when that is cleared up.')
    const form = await page(`${path}/release/new`)
    assert.include(form.html, 'Release $20.00')
    await post(`${path}/release`, { reason: 'checked', note: '' })
    await commission.refresh()
    assert.equal(commission.state, 'due')
  })

  test('an adjustment is made from the affiliate’s page', async ({ assert }) => {
    const { affiliate, page, post } = await desk()
    const profile = await page(`/affiliates/${affiliate.id}`)
    const path = `/commissions/new?affiliate_id=${affiliate.id}`
    assert.include(profile.html, path)
    const form = await page(path)
    assert.include(form.html, 'Too much was paid before')
    const { status } = await post('/commissions', {
      affiliate_id: affiliate.id,
      kind: 'adjustment',
      amount: '-12.50',
      currency: 'USD',
      reason: 'paid_too_much',
      note: '',
      due_at: '',
      campaign_id: '',
    })
    assert.equal(status, 303)
    const [balance] = await affiliate.balances()
    assert.equal(balance.due, 750)
  })
})
