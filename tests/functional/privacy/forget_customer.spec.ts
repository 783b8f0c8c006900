import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import { clock } from '#core/clock'
import { newId } from '#core/ids'
import Click from '#models/click'
import Conversion from '#models/conversion'
import Event from '#models/event'
import Membership from '#models/membership'
import Referral from '#models/referral'
import Refund from '#models/refund'
import UserToken from '#models/user_token'
import { decideOpenConversions } from '#tracking/decide'
import { storeClick } from '#tests/support/clicks'
import { apiOf, clientOf } from '#tests/support/api'
import { assertBalanced, assertRefused, refund, rowsOf, worthOf } from '#tests/support/money'
import { wholeDatabase } from '#tests/support/whole_database'
import { makeProgram, makeUser, sell } from '#tests/support/world'

const visitor = 'a1b2c3d4e5f60718293a4b5c6d7e8f90'
const person = {
  customer: {
    externalId: 'customer-of-yore',
    email: 'petra@person.example',
    name: 'Petra Person',
    country: 'NO',
  },
  visitorId: visitor,
  subscriptionId: 'subscription-of-yore',
}
const names = [
  ...['customer-of-yore', 'petra@person.example', 'Petra Person', '"NO"', visitor],
  ...['subscription-of-yore', 'order-of-yore', 'refund-of-yore', 'Petra wanted', 'PetraBrowser'],
]

test.group('Forgetting a customer', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  /** A click, a sale by it, and half of the money given back. */
  async function bought() {
    const program = await makeProgram()
    const { workspace, owner, link } = program
    const click = await storeClick(workspace, link, {
      visitorId: visitor,
      url: 'https://shop.example.com/?mail=petra@person.example',
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64) PetraBrowser/1.0',
      ip: '203.0.113.9',
    })
    const sale = await sell(workspace, {
      externalId: 'order-of-yore',
      clickId: click.id,
      ...person,
    })
    const given = await refund(sale, 4_950, 'refund-of-yore')
    await given.merge({ reason: 'Petra wanted another colour' }).save()
    const referral = await Referral.findOrFail(sale.referralId!)
    return { ...program, api: await apiOf(workspace, owner), click, sale, referral }
  }

  test('no table names them any more, and the money is what it was', async ({ assert }) => {
    const { workspace, api, sale, referral } = await bought()
    const before = [await rowsOf(sale), await worthOf(sale)]
    const held = await wholeDatabase()
    for (const name of names) assert.include(held, name)

    const { status, body } = await api.post(`/referrals/${referral.id}/forgetting`)
    assert.equal(status, 200)
    assert.match(body.customer.external_id, /^forgotten-[0-9a-f]{24}$/)
    assert.deepInclude(body.customer, { email: null, name: null, country: null })
    assert.isString(body.forgotten_at)

    const left = await wholeDatabase()
    for (const name of names) assert.notInclude(left, name)
    assert.deepEqual([await rowsOf(sale), await worthOf(sale)], before)
    await sale.refresh()
    assert.deepEqual(
      [sale.amount, sale.refundedAmount, sale.referralId],
      [9_900, 4_950, referral.id]
    )
    await assertBalanced(assert, workspace)
  })

  test('the event tells that it was, and by whom, not whom', async ({ assert }) => {
    const { owner, referral } = await bought()
    await referral.forgetCustomer(owner.actor)
    const event = await Event.findByOrFail('type', 'referral.forgotten')
    assert.deepEqual([event.subjectId, event.actorId, event.data], [referral.id, owner.id, {}])
  })

  test('again it changes nothing', async ({ assert }) => {
    const { api, referral, sale } = await bought()
    const once = await api.post(`/referrals/${referral.id}/forgetting`)
    const again = await api.post(`/referrals/${referral.id}/forgetting`)
    const byTheSale = await api.post(`/conversions/${sale.id}/forgetting`)
    assert.deepEqual([again.status, again.body], [200, once.body])
    assert.equal(byTheSale.status, 200)
    assert.lengthOf(await Event.query().whereLike('type', '%.forgotten'), 1)
  })

  test('their clicks are still counted, and tell of nobody', async ({ assert }) => {
    const { click, referral } = await bought()
    await referral.forgetCustomer(system)
    const left = await Click.findOrFail(click.id)
    assert.match(left.visitorId, /^forgotten-/)
    assert.deepInclude(
      { ...left.$attributes },
      { userAgent: null, landingUrl: null, referrer: null, ipHash: null, country: null, mark: null }
    )
  })

  test('a refund that comes later finds its sale, and the same again changes nothing', async ({
    assert,
  }) => {
    const { workspace, api, sale, referral } = await bought()
    await referral.forgetCustomer(system)
    const input = { external_id: 'refund-2', conversion_external_id: 'order-of-yore' }
    const first = await api.post('/track/refund', input)
    assert.deepEqual([first.status, first.body.refund.amount], [201, 4_950])
    assert.equal((await api.post('/track/refund', input)).status, 200)
    const old = { ...input, external_id: 'refund-of-yore', amount: 4_950 }
    assert.equal((await api.post('/track/refund', old)).status, 200)
    assert.equal(await worthOf(sale), 0)
    assert.lengthOf(await Refund.query().where('conversion_id', sale.id), 2)

    const repeat = await sell(workspace, {
      externalId: 'order-of-yore',
      clickId: sale.clickId!,
      ...person,
    })
    assert.equal(repeat.id, sale.id)
    await assertRefused(assert, 409, 'CONFLICT', () =>
      sell(workspace, { externalId: 'order-of-yore', clickId: sale.clickId!, ...person, amount: 1 })
    )
    await assertBalanced(assert, workspace)
  })

  test('a refund of theirs can still be undone', async ({ assert }) => {
    const { workspace, api, sale, referral } = await bought()
    await referral.forgetCustomer(system)
    const given = await Refund.findByOrFail('conversion_id', sale.id)
    const input = { reason: 'won' }
    assert.equal((await api.post(`/refunds/${given.id}/undo`, input)).status, 200)
    assert.equal(await worthOf(sale), 1_980)
    await assertBalanced(assert, workspace)
  })

  test('who comes back is somebody new, and can be forgotten again', async ({ assert }) => {
    const { workspace, link, referral } = await bought()
    await referral.forgetCustomer(system)
    const again = await sell(workspace, { ref: link.refParam, ...person })
    assert.notEqual(again.referralId, referral.id)
    await again.forgetCustomer(system)
    await assertBalanced(assert, workspace)
  })

  test('so are rows under another id with the same e-mail, and expired leads', async ({
    assert,
  }) => {
    const { workspace, link, referral } = await bought()
    const other = await sell(workspace, {
      ref: link.refParam,
      customer: { externalId: 'second-id', email: person.customer.email },
    })
    const stranger = await sell(workspace, { ref: link.refParam })
    await referral.forgetCustomer(system)
    await other.refresh()
    await stranger.refresh()
    assert.isNotNull(other.forgottenAt)
    assert.isNull(stranger.forgottenAt)
    assert.notInclude(await wholeDatabase(), 'second-id')
  })

  test('a customer of nobody is forgotten by their conversion', async ({ assert }) => {
    const { workspace } = await makeProgram()
    const sale = await sell(workspace, { externalId: 'order-of-yore', ...person })
    assert.isNull(sale.referralId)
    await sale.forgetCustomer(system)
    const left = await wholeDatabase()
    for (const name of names) assert.notInclude(left, name)
    assert.lengthOf(await Event.query().where('type', 'conversion.forgotten'), 1)
  })

  test('a lead may be made anew', async ({ assert }) => {
    const { workspace, owner, link } = await makeProgram()
    const api = await apiOf(workspace, owner)
    const lead = {
      customer: { external_id: 'petra', email: 'petra@person.example' },
      ref: link.refParam,
    }
    const first = await api.post('/track/lead', lead)
    await api.post(`/referrals/${first.body.referral.id}/forgetting`)
    const second = await api.post('/track/lead', lead)
    assert.equal(second.status, 201)
    assert.notEqual(second.body.referral.id, first.body.referral.id)
  })

  test('a sale that still waits for its click is decided all the same', async ({ assert }) => {
    const { workspace, affiliate, link } = await makeProgram()
    const clickId = newId('clk')
    const sale = await sell(workspace, {
      externalId: 'order-of-yore',
      clickId,
      ...person,
      ...{ ref: link.refParam },
    })
    assert.isTrue(sale.open)
    await sale.forgetCustomer(system)
    await clock.at(sale.openUntil!.plus({ seconds: 1 }), () => decideOpenConversions())
    await sale.refresh()
    assert.isFalse(sale.open)
    assert.equal(sale.affiliateId, affiliate.id)
    const referral = await Referral.findOrFail(sale.referralId!)
    assert.equal(referral.customerExternalId, sale.customerExternalId)
    assert.notInclude(await wholeDatabase(), 'customer-of-yore')
  })

  test('a member may not, and another workspace’s are not found', async ({ assert }) => {
    const { workspace, referral, sale } = await bought()
    const member = await makeUser()
    await Membership.create({ workspaceId: workspace.id, userId: member.id, role: 'member' })
    const theirs = clientOf((await UserToken.signIn(member)).access_token, workspace)
    const other = await makeProgram()
    const stranger = await apiOf(other.workspace, other.owner)
    for (const path of [`/referrals/${referral.id}`, `/conversions/${sale.id}`]) {
      assert.equal((await theirs.post(`${path}/forgetting`)).status, 403)
      assert.equal((await stranger.post(`${path}/forgetting`)).status, 404)
    }
    assert.isNull((await Conversion.findOrFail(sale.id)).forgottenAt)
  })
})
