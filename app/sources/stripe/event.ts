import { DateTime } from 'luxon'
import { idAt, inner, text, type StripeObject } from '#sources/stripe/fields'
import type { Incoming } from '#sources/source'

/** An event of Stripe (https://docs.stripe.com/api/events/object), as far as it is read. */
export interface StripeEvent {
  id: string
  type: string
  /** Seconds since 1970. */
  created: number
  livemode: boolean
  /** Ours: its customer is forgotten, so it makes nothing new. */
  forgotten?: true
  data: { object: StripeObject }
}

/** How an event is found again by others. What tells which payment paid an invoice is about the invoice. */
export function describe({ id, type, created, data }: StripeEvent): Incoming {
  const about = data.object
  return {
    externalId: id,
    type,
    objectId: (type === 'invoice_payment.paid' && idAt(about, 'invoice')) || text(about, 'id'),
    paymentId: paymentOf(about),
    customerId: idAt(about, 'customer'),
    occurredAt: instantOf(created),
  }
}

/** The payment that an object is about: what a refund or dispute of it names too. */
export function paymentOf(about: StripeObject): string | null {
  return (
    idAt(about, 'payment_intent') ?? idAt(about, 'payment.payment_intent') ?? idAt(about, 'charge')
  )
}

/** The invoice that an object is of, where it says so. */
export function invoiceOf(about: StripeObject): string | null {
  const charged = inner(about, 'charge').map((charge) => idAt(charge, 'invoice'))
  return idAt(about, 'invoice') ?? charged[0] ?? null
}

export function instantOf(seconds: number): DateTime {
  return DateTime.fromSeconds(seconds, { zone: 'utc' })
}
