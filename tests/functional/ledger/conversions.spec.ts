import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import { clock } from '#core/clock'
import { newId } from '#core/ids'
import { transition } from '#core/transition'
import { recordRefund } from '#ledger/refunds'
import Commission from '#models/commission'
import Conversion from '#models/conversion'
import Coupon from '#models/coupon'
import Link from '#models/link'
import Referral from '#models/referral'
import { decideOpenConversions } from '#tracking/decide'
import { recordConversion } from '#tracking/record_conversion'
import { assertBalanced, assertRefused, rowsOf, saleOf, worthOf } from '#tests/support/money'
import { later, makeAffiliate, makeProgram, sell } from '#tests/support/world'
import type { ConversionInput } from '#tracking/input'
import type { DateTime } from 'luxon'

const customer = { externalId: 'ada', email: 'ada@example.com' }

async function click(link: Link, at: DateTime, visitorId = 'visitor', id = newId('clk')) {
  await db.table('clicks').insert({
    id,
    workspace_id: link.workspaceId,
    link_id: link.id,
    affiliate_id: link.affiliateId,
    campaign_id: link.campaignId,
    visitor_id: visitorId,
    created_at: at.toJSDate(),
  })
  return id
}

/** A program with a second affiliate, whose link and coupon are in the same campaign. */
async function rivals() {
  const program = await makeProgram({ holdDays: 0 })
  const rival = await makeAffiliate(program.workspace)
  const rivalLink = await Link.make(rival, program.campaign, {}, system)
  await Coupon.create({
    workspaceId: program.workspace.id,
    affiliateId: rival.id,
    campaignId: program.campaign.id,
    code: 'RIVAL10',
  })
  return { ...program, rival, rivalLink }
}

test.group('recordConversion', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('the same again changes nothing, another under the same external_id is refused', async ({
    assert,
  }) => {
    const { workspace, link } = await makeProgram()
    const input: ConversionInput = {
      externalId: 'order',
      amount: 100,
      currency: 'USD',
      customer,
      ref: link.refParam,
    }
    const first = await recordConversion(workspace, input, system)
    const again = await recordConversion(workspace, { ...input }, system)
    assert.deepEqual([first.created, again.created], [true, false])
    assert.equal(again.conversion.id, first.conversion.id)
    await assertRefused(assert, 409, 'CONFLICT', () =>
      recordConversion(workspace, { ...input, amount: 101 }, system)
    )
    assert.lengthOf(await Conversion.query().where('workspace_id', workspace.id), 1)
    assert.lengthOf(await Commission.query().where('workspace_id', workspace.id), 1)
  })

  test('the referral comes before the coupon, the coupon before the click, the click before the visitor’s, that before the ref', async ({
    assert,
  }) => {
    const { workspace, link, rivalLink } = await rivals()
    const at = clock.now().minus({ days: 1 })
    const named = await click(link, at, 'other')
    await click(rivalLink, at, 'visitor')
    const by = async (input: Partial<ConversionInput>) =>
      (await sell(workspace, input)).attributedBy

    assert.equal(await by({ customer, ref: rivalLink.refParam }), 'ref')
    const all = { visitorId: 'visitor', clickId: named, coupon: 'rival10', ref: link.refParam }
    assert.equal(await by({ ...all, customer }), 'referral')
    assert.equal(await by(all), 'coupon')
    assert.equal(await by({ ...all, coupon: undefined }), 'click')
    assert.equal(await by({ ...all, coupon: undefined, clickId: undefined }), 'visitor')
    assert.isNull(await by({}))
    await assertBalanced(assert, workspace)
  })

  test('the first or the last of the visitor’s clicks wins, as the workspace says', async ({
    assert,
  }) => {
    const { workspace, link, rivalLink, affiliate, rival } = await rivals()
    await click(link, clock.now().minus({ days: 2 }))
    await click(rivalLink, clock.now().minus({ days: 1 }))
    assert.equal((await sell(workspace, { visitorId: 'visitor' })).affiliateId, rival.id)
    await workspace.merge({ attribution: 'first' }).save()
    assert.equal((await sell(workspace, { visitorId: 'visitor' })).affiliateId, affiliate.id)
  })

  test('a click older than its cookie days counts no more', async ({ assert }) => {
    const { workspace, link } = await rivals()
    await click(link, clock.now().minus({ days: 61 }))
    assert.isNull((await sell(workspace, { visitorId: 'visitor' })).affiliateId)
  })

  test('a conversion that names a click still on its way is decided when it comes', async ({
    assert,
  }) => {
    const { workspace, link, affiliate } = await rivals()
    const clickId = newId('clk')
    const sale = await sell(workspace, { clickId, amount: 10_000 })
    assert.isTrue(sale.open)
    assert.deepEqual(await decideOpenConversions(), { decided: 0 })
    await click(link, sale.occurredAt, 'visitor', clickId)
    assert.deepEqual(await decideOpenConversions(), { decided: 1 })
    await sale.refresh()
    assert.deepEqual(
      [sale.affiliateId, sale.attributedBy, sale.open],
      [affiliate.id, 'click', false]
    )
    assert.deepEqual(await rowsOf(sale), ['2000 due'])
    await assertBalanced(assert, workspace)
  })

  test('after fifteen minutes it is decided without', async ({ assert }) => {
    const { workspace, link, affiliate } = await rivals()
    const sale = await sell(workspace, { clickId: newId('clk'), ref: link.refParam })
    const at = sale.createdAt.plus({ minutes: 15 })
    assert.deepEqual(await clock.at(at.minus({ seconds: 1 }), decideOpenConversions), {
      decided: 0,
    })
    assert.deepEqual(await clock.at(at, decideOpenConversions), { decided: 1 })
    await sale.refresh()
    assert.deepEqual([sale.affiliateId, sale.attributedBy], [affiliate.id, 'ref'])
  })

  test('what is refunded while it is open is taken from what it earns', async ({ assert }) => {
    const { workspace, link } = await rivals()
    const clickId = newId('clk')
    const sale = await sell(workspace, { clickId, amount: 10_000 })
    await recordRefund(
      workspace.id,
      { externalId: 'rf', conversionExternalId: sale.externalId, amount: 2_500 },
      system
    )
    await click(link, sale.occurredAt, 'visitor', clickId)
    await decideOpenConversions()
    assert.equal(await worthOf(sale), 1_500)
    await assertBalanced(assert, workspace)
  })

  test('a campaign that was paused binds nobody new and pays for those it has', async ({
    assert,
  }) => {
    const { workspace, link, campaign } = await rivals()
    await sell(workspace, { ref: link.refParam, customer })
    await later(1, () => campaign.pause(system))
    await later(2, async () => {
      assert.isNull((await sell(workspace, { ref: link.refParam })).affiliateId)
      assert.lengthOf(await rowsOf(await sell(workspace, { customer })), 1)
      const before = await sell(workspace, {
        ref: link.refParam,
        occurredAt: clock.now().minus({ days: 2 }),
      })
      assert.lengthOf(await rowsOf(before), 1)
    })
  })

  test('a campaign that was archived pays nothing more', async ({ assert }) => {
    const { workspace, link, campaign } = await rivals()
    await sell(workspace, { ref: link.refParam, customer })
    await later(1, () => campaign.archive(system))
    await later(2, async () => {
      const sale = await sell(workspace, { customer })
      assert.deepEqual(await rowsOf(sale), [])
      assert.include(sale.explanation, 'archived')
    })
  })

  test('a denied referral earns nothing more', async ({ assert }) => {
    const { workspace, link } = await rivals()
    await sell(workspace, { ref: link.refParam, customer })
    const referral = await Referral.findByOrFail('customer_external_id', 'ada')
    await transition(referral, 'deny', { actor: system })
    const sale = await sell(workspace, { customer })
    assert.deepEqual(await rowsOf(sale), [])
    assert.include(sale.explanation, 'denied')
  })

  test('a lead becomes a customer with the first sale', async ({ assert }) => {
    const { workspace, link } = await rivals()
    const lead = await sell(workspace, { kind: 'lead', amount: 0, ref: link.refParam, customer })
    assert.deepEqual(await rowsOf(lead), [])
    const referral = await Referral.findByOrFail('customer_external_id', 'ada')
    assert.deepEqual([referral.state, referral.firstPaymentAt], ['lead', null])
    const sale = await sell(workspace, { customer })
    await referral.refresh()
    assert.deepEqual(
      [referral.state, referral.firstPaymentAt?.toMillis()],
      ['customer', sale.occurredAt.toMillis()]
    )
    await assertBalanced(assert, workspace)
  })

  test('a payment of a subscription seen before is a renewal', async ({ assert }) => {
    const { workspace, link } = await rivals()
    const first = await sell(workspace, { ref: link.refParam, customer, subscriptionId: 'sub' })
    const second = await sell(workspace, { customer, subscriptionId: 'sub' })
    const other = await sell(workspace, { customer, subscriptionId: 'sub-2' })
    assert.deepEqual([first.kind, second.kind, other.kind], ['sale', 'renewal', 'sale'])
  })

  test('the nth payment counts those of the subscription that came before', async ({ assert }) => {
    const { workspace, link, campaign } = await rivals()
    await campaign.related('rules').create({
      workspaceId: workspace.id,
      position: 1,
      event: 'renewal',
      reward: { type: 'percent', rate_bps: 5_000 },
      allConditions: [{ field: 'nth_payment', op: 'is', value: 2 }],
      anyConditions: [],
      lockVersion: 0,
    })
    const pay = (subscriptionId: string) =>
      sell(workspace, { ref: link.refParam, customer, subscriptionId, amount: 10_000 })
    const rows = []
    for (const [day, name] of ['a', 'a', 'a', 'b', 'b'].entries())
      rows.push(...(await later(day, async () => rowsOf(await pay(name)))))
    assert.deepEqual(rows, ['2000 due', '5000 due', '2000 due', '2000 due', '5000 due'])
  })

  test('a duration of months ends with the instant', async ({ assert }) => {
    const { workspace, link } = await makeProgram({
      holdDays: 0,
      duration: { type: 'months', months: 2 },
    })
    const { sale: first } = await saleOf({ workspace, link })
    const buyer = { externalId: first.customerExternalId }
    const end = first.occurredAt.plus({ months: 2 })
    const paysAt = (at: DateTime) =>
      clock.at(end.plus({ days: 1 }), async () =>
        rowsOf(await sell(workspace, { customer: buyer, occurredAt: at, amount: 10_000 }))
      )
    assert.deepEqual(await paysAt(end.minus({ milliseconds: 1 })), ['2000 due'])
    assert.deepEqual(await paysAt(end), [])
  })
})
