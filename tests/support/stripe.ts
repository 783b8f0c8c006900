import { Stripe } from 'stripe'
import { base } from '#tests/support/api'
import { unique } from '#tests/support/world'
import { processReceived } from '#sources/process'
import type Workspace from '#models/workspace'

/**
 * Events of Stripe with the fields that its documentation shows (https://docs.stripe.com/api/events, version
 * 2025-09-30), as far as they are told here, and some that are not.
 */
export interface FakeEvent {
  id: string
  type: string
  data: { object: Record<string, unknown> }
}

export const signingSecret = 'whsec_test_secret'

/** 2 March 2026, 09:00 UTC, in seconds. */
export const noon = 1_772_442_000

export function stripeEvent(type: string, object: object, more: object = {}): FakeEvent {
  return {
    id: `evt_${unique()}`,
    object: 'event',
    api_version: '2025-09-30.clover',
    created: noon + 60,
    livemode: true,
    pending_webhooks: 1,
    request: { id: 'req_1', idempotency_key: null },
    type,
    data: { object },
    ...more,
  } as FakeEvent
}

/** A checkout of one payment: $110.00, of which $10.00 is tax. */
export function paidCheckout(more: object = {}) {
  return stripeEvent('checkout.session.completed', {
    id: 'cs_1',
    object: 'checkout.session',
    amount_subtotal: 10_000,
    amount_total: 11_000,
    client_reference_id: null,
    created: noon,
    currency: 'usd',
    customer: 'cus_1',
    customer_details: {
      address: { city: 'Berlin', country: 'DE', line1: 'Unter den Linden 1', postal_code: '10117' },
      email: 'Buyer@Example.com',
      name: 'Bo Buyer',
      phone: null,
    },
    discounts: [],
    invoice: null,
    metadata: {},
    mode: 'payment',
    payment_intent: 'pi_1',
    payment_status: 'paid',
    status: 'complete',
    subscription: null,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 1_000 },
    ...more,
  })
}

/** A checkout that begins a subscription, whose payments are invoices. */
export function subscriptionCheckout(more: object = {}) {
  return paidCheckout({
    mode: 'subscription',
    payment_intent: null,
    invoice: 'in_1',
    subscription: 'sub_1',
    ...more,
  })
}

/** A paid invoice of a subscription: $110.00, of which $10.00 is tax. */
export function paidInvoice(more: object = {}) {
  return stripeEvent('invoice.paid', {
    id: 'in_1',
    object: 'invoice',
    amount_due: 11_000,
    amount_paid: 11_000,
    amount_remaining: 0,
    billing_reason: 'subscription_create',
    created: noon,
    currency: 'usd',
    customer: 'cus_1',
    customer_address: { country: 'DE' },
    customer_email: 'buyer@example.com',
    customer_name: 'Bo Buyer',
    discounts: [],
    lines: {
      object: 'list',
      data: [
        {
          id: 'il_1',
          object: 'line_item',
          amount: 10_000,
          pricing: {
            type: 'price_details',
            price_details: { price: 'price_pro', product: 'prod_pro' },
          },
        },
      ],
    },
    metadata: {},
    parent: {
      type: 'subscription_details',
      subscription_details: { metadata: {}, subscription: 'sub_1' },
    },
    status: 'paid',
    subtotal: 10_000,
    total: 11_000,
    total_taxes: [{ amount: 1_000, tax_behavior: 'exclusive', type: 'tax_rate_details' }],
    ...more,
  })
}

export function invoicePayment(invoice: string, payment: string) {
  return stripeEvent('invoice_payment.paid', {
    id: `inpay_${unique()}`,
    object: 'invoice_payment',
    amount_paid: 11_000,
    currency: 'usd',
    invoice,
    payment: { type: 'payment_intent', payment_intent: payment },
    status: 'paid',
  })
}

export function refundEvent(type: string, more: object = {}) {
  return stripeEvent(type, {
    id: 're_1',
    object: 'refund',
    amount: 5_500,
    charge: 'ch_1',
    currency: 'usd',
    payment_intent: 'pi_1',
    reason: 'requested_by_customer',
    status: 'succeeded',
    ...more,
  })
}

export function disputeEvent(type: string, more: object = {}) {
  return stripeEvent(type, {
    id: 'dp_1',
    object: 'dispute',
    amount: 11_000,
    charge: 'ch_1',
    currency: 'usd',
    payment_intent: 'pi_1',
    reason: 'fraudulent',
    status: 'needs_response',
    ...more,
  })
}

/** Sends an event as Stripe does, signed by its SDK. */
export function deliver(
  workspace: Workspace,
  event: object,
  secret = signingSecret,
  secondsAgo = 0
) {
  const payload = JSON.stringify(event, null, 2)
  const timestamp = Math.floor(Date.now() / 1_000) - secondsAgo
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp })
  return fetch(`${base}/in/stripe/${workspace.id}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Stripe-Signature': signature },
    body: payload,
  })
}

/** Delivers events and has each looked at before the next. */
export async function take(workspace: Workspace, ...events: object[]) {
  for (const event of events) {
    const { status } = await deliver(workspace, event)
    if (status !== 200) throw new Error(`Refused with ${status}`)
    await processReceived()
  }
}
