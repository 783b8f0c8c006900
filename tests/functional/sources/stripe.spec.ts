import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { storeClick } from '#tests/support/clicks'
import Conversion from '#models/conversion'
import Coupon from '#models/coupon'
import SourceEvent from '#models/source_event'
import { queue } from '#queue/queue'
import { system } from '#core/actor'
import { processReceived } from '#sources/process'
import { apiOf, base } from '#tests/support/api'
import { makeProgram } from '#tests/support/world'
import { assertBalanced } from '#tests/support/money'
import { booksOf, owed, shop, states } from '#tests/functional/sources/shop'
import {
  deliver,
  signingSecret,
  disputeEvent,
  invoicePayment,
  noon,
  paidCheckout,
  paidInvoice,
  refundEvent,
  stripeEvent,
  subscriptionCheckout,
  take,
} from '#tests/support/stripe'

test.group('POST /in/stripe/:workspace_id', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('stores what Stripe has signed, once, and hurries a job', async ({ assert }) => {
    const { workspace } = await shop()
    using jobs = queue.fake()
    const event = paidCheckout()
    for (const answer of [await deliver(workspace, event), await deliver(workspace, event)])
      assert.deepEqual([answer.status, await answer.json()], [200, { received: true }])
    const [stored, ...others] = await SourceEvent.query().where('workspace_id', workspace.id)
    assert.isEmpty(others)
    assert.containSubset(stored.serialize(), {
      ...{ externalId: event.id, objectId: 'cs_1', paymentId: 'pi_1', state: 'received' },
    })
    assert.isAbove(jobs.dispatched.length, 0)
    await jobs.drain()
    assert.deepEqual(await states(workspace), ['checkout.session.completed applied'])
  })

  test('what another secret has signed, or nobody, is refused', async ({ assert }) => {
    const { workspace } = await shop()
    const wrong = await deliver(workspace, paidCheckout(), 'whsec_another')
    const unsigned = await fetch(`${base}/in/stripe/${workspace.id}`, {
      method: 'POST',
      body: JSON.stringify(paidCheckout()),
    })
    for (const answer of [wrong, unsigned]) {
      assert.equal(answer.status, 400)
      assert.equal(((await answer.json()) as { code: string }).code, 'BAD_REQUEST')
    }
    assert.isNull(await SourceEvent.findBy('workspace_id', workspace.id))
  })

  test('what was signed long ago is refused, and told apart from another secret', async ({
    assert,
  }) => {
    const { workspace } = await shop()
    const answer = await deliver(workspace, paidCheckout(), signingSecret, 301)
    assert.equal(answer.status, 400)
    assert.include(((await answer.json()) as { error: string }).error, 'more than 5 minutes')
  })

  test('a workspace that is not connected, and a source that there is none of, are 404', async ({
    assert,
  }) => {
    const { workspace } = await makeProgram()
    assert.equal((await deliver(workspace, paidCheckout())).status, 404)
    for (const path of [`/in/stripe/ws_none`, `/in/constructor/${workspace.id}`])
      assert.equal((await fetch(base + path, { method: 'POST', body: '{}' })).status, 404)
  })
})

test.group('Events of Stripe', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a paid checkout that names a click is a sale without its tax', async ({ assert }) => {
    const { workspace, click, affiliate } = await shop()
    await take(workspace, paidCheckout({ client_reference_id: click.id }))
    const sale = await Conversion.findByOrFail('external_id', 'pi_1')
    assert.containSubset(sale.serialize(), {
      ...{ kind: 'sale', amount: 10_000, currency: 'USD', source: 'stripe' },
      ...{ affiliateId: affiliate.id, customerExternalId: 'cus_1', customerCountry: 'DE' },
      ...{ customerEmail: 'buyer@example.com', attributedBy: 'click' },
    })
    assert.equal(await owed(workspace), 2_000)
  })

  test('with tax, where the settings say so; shipping never earns', async ({ assert }) => {
    const { workspace } = await shop({ with_tax: true })
    const details = { amount_discount: 500, amount_shipping: 700, amount_tax: 1_000 }
    await take(workspace, paidCheckout({ total_details: details }))
    assert.deepEqual(await booksOf(workspace), ['sale pi_1 10300 -0 of nobody'])
  })

  test('a currency without decimals is taken as it is, and one that Stripe counts otherwise', async ({
    assert,
  }) => {
    const { workspace } = await shop()
    const details = { amount_tax: 0, amount_shipping: 0 }
    await take(
      workspace,
      paidCheckout({ currency: 'jpy', amount_total: 1_200, total_details: details }),
      paidCheckout({
        ...{ id: 'cs_2', payment_intent: 'pi_2', customer: 'cus_2' },
        ...{ currency: 'isk', amount_total: 120_000, total_details: details },
      })
    )
    assert.deepEqual(await booksOf(workspace), [
      'sale pi_1 1200 -0 of nobody',
      'sale pi_2 1200 -0 of nobody',
    ])
  })

  test('an async payment counts when it succeeds', async ({ assert }) => {
    const { workspace } = await shop()
    const unpaid = paidCheckout({ payment_status: 'unpaid' })
    await take(workspace, unpaid)
    assert.deepEqual(await booksOf(workspace), [])
    await take(workspace, { ...paidCheckout(), type: 'checkout.session.async_payment_succeeded' })
    assert.deepEqual(await booksOf(workspace), ['sale pi_1 10000 -0 of nobody'])
  })

  test('a click counts for a checkout that was made in the same second', async ({ assert }) => {
    const { workspace, link } = await shop()
    const at = DateTime.fromSeconds(noon + 0.7, { zone: 'utc' })
    const click = await clock.at(at, () => storeClick(workspace, link, {}))
    await take(workspace, subscriptionCheckout({ client_reference_id: click.visitorId }))
    assert.deepEqual(await booksOf(workspace), ['lead lead:cs_1 0 -0'])
  })

  test('a guest is a customer by their e-mail address', async ({ assert }) => {
    const { workspace } = await shop()
    await take(workspace, paidCheckout({ customer: null }))
    const sale = await Conversion.findByOrFail('external_id', 'pi_1')
    assert.match(sale.customerExternalId, /^email:[0-9a-f]{64}$/)
  })

  test('a subscription: the checkout binds, invoices are the sale and its renewals', async ({
    assert,
  }) => {
    const { workspace, click } = await shop()
    await take(
      workspace,
      subscriptionCheckout({ client_reference_id: click.id }),
      paidInvoice(),
      paidInvoice({ id: 'in_2', billing_reason: 'subscription_cycle' }),
      paidInvoice({ id: 'in_3', amount_paid: 0, billing_reason: 'subscription_cycle' })
    )
    assert.deepEqual(await booksOf(workspace), [
      'sale in_1 10000 -0',
      'renewal in_2 10000 -0',
      'lead lead:cs_1 0 -0',
    ])
    const renewal = await Conversion.findByOrFail('external_id', 'in_2')
    assert.containSubset(renewal.serialize(), { product: 'prod_pro', plan: 'price_pro' })
    assert.equal(await owed(workspace), 4_000)
  })

  test('the first payment after a trial is the sale, those after it are renewals', async ({
    assert,
  }) => {
    const { workspace, click } = await shop()
    const cycle = { billing_reason: 'subscription_cycle' }
    await take(
      workspace,
      subscriptionCheckout({ client_reference_id: click.id, amount_total: 0 }),
      paidInvoice({ amount_due: 0, amount_paid: 0, total: 0, total_taxes: [] }),
      paidInvoice({ id: 'in_2', ...cycle }),
      paidInvoice({ id: 'in_3', ...cycle }),
      stripeEvent('invoice.paid', paidInvoice({ id: 'in_2', ...cycle }).data.object)
    )
    assert.deepEqual(await booksOf(workspace), [
      'sale in_2 10000 -0',
      'renewal in_3 10000 -0',
      'lead lead:cs_1 0 -0',
    ])
  })

  test('invoices of older versions of the API are read alike', async ({ assert }) => {
    const { workspace, link } = await shop()
    await take(
      workspace,
      paidInvoice({
        ...{ parent: undefined, subscription: 'sub_1', total_taxes: undefined, tax: 1_000 },
        ...{ payment_intent: 'pi_1', metadata: { ref: link.refParam } },
      }),
      refundEvent('refund.created')
    )
    assert.deepEqual(await booksOf(workspace), ['sale in_1 10000 -5000'])
  })

  test('a subscription made by a program names the link in its metadata', async ({ assert }) => {
    const { workspace, link } = await shop()
    const about = { id: 'sub_1', object: 'subscription', customer: 'cus_1', created: noon }
    await take(
      workspace,
      stripeEvent('customer.subscription.created', { ...about, metadata: {} }),
      paidInvoice(),
      stripeEvent('customer.subscription.created', { ...about, metadata: { ref: link.refParam } })
    )
    assert.deepEqual(await booksOf(workspace), ['sale in_1 10000 -0', 'lead lead:sub_1 0 -0'])
  })

  test('refunds give back their part of the amount without tax, to the cent', async ({
    assert,
  }) => {
    const { workspace, click } = await shop()
    const part = (id: string, amount: number) => refundEvent('refund.created', { id, amount })
    await take(
      workspace,
      paidCheckout({
        ...{ client_reference_id: click.id, amount_total: 999 },
        total_details: { amount_tax: 99 },
      }),
      ...[part('re_1', 333), part('re_2', 333), part('re_3', 333)]
    )
    assert.deepEqual(await booksOf(workspace), ['sale pi_1 900 -900'])
    assert.equal(await owed(workspace), 0)
    await assertBalanced(assert, workspace)
  })

  test('a refund of an invoice finds it by its payment, whichever comes first', async ({
    assert,
  }) => {
    const { workspace } = await shop()
    await take(workspace, refundEvent('refund.created'))
    assert.deepEqual(await states(workspace), ['refund.created waiting'])
    await take(workspace, invoicePayment('in_1', 'pi_1'))
    assert.deepEqual((await states(workspace))[0], 'refund.created waiting')
    await take(workspace, paidInvoice())
    assert.deepEqual(await booksOf(workspace), ['sale in_1 10000 -5000 of nobody'])
    assert.deepEqual((await states(workspace))[0], 'refund.created applied')
  })

  test('a dispute is a chargeback until it is won; an inquiry is none', async ({ assert }) => {
    const { workspace, click } = await shop()
    await take(
      workspace,
      paidCheckout({ client_reference_id: click.id }),
      disputeEvent('charge.dispute.created', { id: 'dp_0', status: 'warning_needs_response' }),
      disputeEvent('charge.dispute.created')
    )
    assert.equal(await owed(workspace), 0)
    await take(
      workspace,
      disputeEvent('charge.dispute.funds_reinstated', { status: 'won' }),
      disputeEvent('charge.dispute.closed', { status: 'won' })
    )
    assert.deepEqual(await booksOf(workspace), ['sale pi_1 10000 -0'])
    assert.equal(await owed(workspace), 2_000)
    await assertBalanced(assert, workspace)
  })

  test('a refund that fails is taken back, also before it came', async ({ assert }) => {
    const { workspace } = await shop()
    const failed = refundEvent('refund.failed', { status: 'failed' })
    await take(workspace, paidCheckout(), refundEvent('refund.created'), failed)
    await take(
      workspace,
      refundEvent('refund.failed', { id: 're_2', status: 'failed' }),
      refundEvent('refund.created', { id: 're_2' })
    )
    assert.deepEqual(await booksOf(workspace), ['sale pi_1 10000 -0 of nobody'])
  })

  test('a promotion code is a coupon, also when its code comes last', async ({ assert }) => {
    const { workspace, affiliate, campaign } = await shop()
    await Coupon.make(affiliate, campaign, 'JANE20', system)
    const discounts = [{ coupon: 'co_1', promotion_code: 'promo_1' }]
    await take(workspace, paidInvoice(), subscriptionCheckout({ discounts }))
    assert.deepEqual((await booksOf(workspace))[0], 'sale in_1 10000 -0 of nobody')
    await take(
      workspace,
      stripeEvent('promotion_code.created', {
        ...{ id: 'promo_1', object: 'promotion_code', code: 'jane20', active: true },
      })
    )
    assert.deepEqual(await booksOf(workspace), ['sale in_1 10000 -0', 'lead lead:cs_1 0 -0'])
    const sale = await Conversion.findByOrFail('external_id', 'in_1')
    assert.equal(sale.couponCode, 'JANE20')
  })

  test('test mode counts only where the settings say so', async ({ assert }) => {
    const { workspace } = await shop()
    const event = { ...paidCheckout(), livemode: false }
    await take(workspace, event)
    assert.deepEqual(await states(workspace), ['checkout.session.completed ignored'])

    const trial = await shop({ test_mode: true })
    await take(trial.workspace, event)
    assert.deepEqual(await states(trial.workspace), ['checkout.session.completed applied'])
  })

  test('what cannot be is failed with its reason, and can be looked at again', async ({
    assert,
  }) => {
    const { workspace, owner } = await shop()
    const api = await apiOf(workspace, owner)
    await take(workspace, paidCheckout({ currency: 'xxx' }), paidCheckout())
    const { body: list } = await api.get('/source_events?state=failed')
    assert.lengthOf(list.data, 1)
    assert.include(list.data[0].reason, 'XXX')
    const replay = await api.post(`/source_events/${list.data[0].id}/replay`)
    assert.deepEqual([replay.status, replay.body.state], [200, 'received'])
    await processReceived()
    const again = await api.get(`/source_events/${list.data[0].id}`)
    assert.equal(again.body.state, 'failed')
  })

  test('a replay puts nothing into the books twice', async ({ assert }) => {
    const { workspace, owner, click } = await shop()
    await take(
      workspace,
      subscriptionCheckout({ client_reference_id: click.id }),
      paidInvoice(),
      invoicePayment('in_1', 'pi_1'),
      refundEvent('refund.created')
    )
    const [books, due] = [await booksOf(workspace), await owed(workspace)]
    for (const event of await SourceEvent.query().where('workspace_id', workspace.id))
      await event.replay(owner.actor)
    await processReceived()
    assert.deepEqual([await booksOf(workspace), await owed(workspace)], [books, due])
    assert.notInclude((await states(workspace)).join(), 'failed')
    await assertBalanced(assert, workspace)
  })
})
