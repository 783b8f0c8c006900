import type { Infer } from '@vinejs/vine/types'
import type { newSale, trackedLead } from '#validators/tracking'
import type { ConversionInput } from '#tracking/input'

type Sale = Infer<typeof newSale>
type Lead = Infer<typeof trackedLead>

/** A tracked sale as the tracking verbs take it. */
export function saleOf(input: Sale): ConversionInput {
  return given({
    ...broughtBy(input),
    externalId: input.external_id,
    kind: input.kind,
    amount: input.amount,
    currency: input.currency,
    product: input.product,
    plan: input.plan,
    subscriptionId: input.subscription_id,
  }) as unknown as ConversionInput
}

/** A lead without an id of its own is its customer's one lead. */
export function leadOf(input: Lead): ConversionInput {
  return given({
    ...broughtBy(input),
    externalId: input.external_id ?? `lead:${input.customer.external_id}`,
    kind: 'lead',
    amount: 0,
  }) as unknown as ConversionInput
}

function broughtBy(input: Sale | Lead) {
  const { customer } = input
  return {
    customer: given({
      externalId: customer.external_id,
      email: customer.email,
      name: customer.name,
      country: customer.country,
    }),
    clickId: input.click_id,
    visitorId: input.visitor_id,
    ref: input.ref,
    coupon: input.coupon,
    occurredAt: input.occurred_at,
  }
}

/** What is null or absent is left out, so that both are the same to say. */
function given(fields: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)
  )
}
