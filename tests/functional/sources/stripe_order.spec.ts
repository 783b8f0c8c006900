import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import fc from 'fast-check'
import { system } from '#core/actor'
import Coupon from '#models/coupon'
import { processReceived } from '#sources/process'
import { describe } from '#sources/stripe/event'
import { receive } from '#sources/receive'
import { booksOf, owed, shop, states } from '#tests/functional/sources/shop'
import { assertBalanced } from '#tests/support/money'
import {
  disputeEvent,
  invoicePayment,
  paidCheckout,
  paidInvoice,
  refundEvent,
  stripeEvent,
  subscriptionCheckout,
  type FakeEvent,
} from '#tests/support/stripe'
import type Workspace from '#models/workspace'

const RUNS = 5 * Number(process.env.TEST_SCALE ?? 1)

/** One customer buys once and gets parts of it back; one subscribes by a code, disputes, and renews. */
function story(clickId: string): FakeEvent[] {
  const once = { id: 'cs_0', payment_intent: 'pi_0', customer: 'cus_0' }
  const part = (id: string, amount: number) =>
    refundEvent('refund.created', { id, amount, payment_intent: 'pi_0' })
  const discounts = [{ coupon: 'co_1', promotion_code: 'promo_1' }]
  const dispute = { payment_intent: 'pi_2', id: 'dp_2' }
  return [
    paidCheckout({ ...once, client_reference_id: clickId, amount_total: 1_099 }),
    part('re_1', 333),
    part('re_2', 100),
    refundEvent('refund.updated', { id: 're_1', amount: 333, payment_intent: 'pi_0' }),

    stripeEvent('promotion_code.created', { id: 'promo_1', code: 'JANE20' }),
    subscriptionCheckout({ discounts }),
    paidInvoice(),
    invoicePayment('in_1', 'pi_1'),
    refundEvent('refund.created', { id: 're_3', amount: 11_000, payment_intent: 'pi_1' }),

    paidInvoice({ id: 'in_2', billing_reason: 'subscription_cycle' }),
    invoicePayment('in_2', 'pi_2'),
    disputeEvent('charge.dispute.created', dispute),
    disputeEvent('charge.dispute.closed', { ...dispute, status: 'won' }),
    refundEvent('refund.failed', { id: 're_4', status: 'failed', payment_intent: 'pi_2' }),
    refundEvent('refund.created', { id: 're_4', amount: 500, payment_intent: 'pi_2' }),
    stripeEvent('payout.paid', { id: 'po_1', object: 'payout' }),
  ]
}

const expected = [
  'sale in_1 10000 -10000',
  'renewal in_2 10000 -0',
  'lead lead:cs_1 0 -0',
  'sale pi_0 99 -39',
]

/** 20% of $0.60 and of $100.00 */
const due = 12 + 2_000

test.group('Events of Stripe in any order', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function come(workspace: Workspace, events: FakeEvent[], pauses: boolean[]) {
    for (const [at, event] of events.entries()) {
      const incoming = describe({ created: 0, livemode: true, ...event })
      await receive(workspace, 'stripe', incoming, Buffer.from(JSON.stringify(event)))
      if (pauses[at % pauses.length]) await processReceived()
    }
    await processReceived()
  }

  test('and any of them twice, they come to the same books', async ({ assert }) => {
    const size = story('').length
    const order = fc.shuffledSubarray([...Array(size).keys()], { minLength: size })
    const twice = fc.array(fc.nat(size - 1), { maxLength: 6 })
    const pauses = fc.array(fc.boolean(), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(order, twice, pauses, async (indexes, again, stops) => {
        const { workspace, click, affiliate, campaign } = await shop()
        await Coupon.make(affiliate, campaign, 'JANE20', system)
        const events = story(click.id)
        await come(
          workspace,
          [...indexes, ...again].map((index) => events[index]),
          stops
        )

        assert.deepEqual(await booksOf(workspace), expected)
        assert.equal(await owed(workspace), due)
        assert.notMatch((await states(workspace)).join(), / (failed|received|waiting)\b/)
        await assertBalanced(assert, workspace)
      }),
      { numRuns: RUNS }
    )
  }).timeout(60_000 * Number(process.env.TEST_SCALE ?? 1))
})
