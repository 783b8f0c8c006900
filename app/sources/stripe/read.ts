import { scaled, sum } from '#money/arithmetic'
import { instantOf, invoiceOf, paymentOf, type StripeEvent } from '#sources/stripe/event'
import { currencyOf, given, idAt, list, minorUnitsOf, text, whole } from '#sources/stripe/fields'
import { customerOf, namedBy, priced, promotionsOf, subscriptionOf } from '#sources/stripe/told'
import type { DateTime } from 'luxon'
import type { RefundKind } from '#models/types'
import type { StripeObject } from '#sources/stripe/fields'
import type { ConversionInput } from '#tracking/input'

/** What an event asks to be done. */
export type Deed =
  | {
      do: 'convert'
      input: ConversionInput
      /** What the buyer paid, tax and all, in minor units: refunds are parts of it. */
      gross: number
      /** Codes of promotions, or their ids. */
      promotions: string[]
    }
  | {
      do: 'refund'
      externalId: string
      kind: RefundKind
      /** What the buyer gets back, tax and all, in minor units. */
      gross: number
      invoice: string | null
      payment: string | null
      occurredAt: DateTime
    }
  | { do: 'undo'; externalId: string; reason: string }
  | { do: 'promotion'; id: string; code: string }
  | { do: 'nothing'; because: string }

interface Settings {
  /** Whether commission is reckoned on amounts with tax. */
  withTax: boolean
}

type Reader = (about: StripeObject, at: DateTime, settings: Settings) => Deed

const nothing = (because: string): Deed => ({ do: 'nothing', because })

const readers: Record<string, Reader> = {
  'checkout.session.completed': checkout,
  'checkout.session.async_payment_succeeded': checkout,
  'invoice.paid': invoice,
  'customer.subscription.created': subscription,
  'refund.created': refund,
  'refund.updated': refund,
  'refund.failed': refund,
  'charge.dispute.created': dispute,
  'charge.dispute.funds_withdrawn': dispute,
  'charge.dispute.funds_reinstated': (about) => undo(about, 'chargeback_won'),
  'charge.dispute.closed': disputeClosed,
  'invoice_payment.paid': () => nothing('it tells which payment paid which invoice'),
  'promotion_code.created': promotion,
  'promotion_code.updated': promotion,
}

/** What the settings page tells to subscribe to. */
export const eventTypes = Object.keys(readers)

/**
 * What an event means here; one of another type means nothing.
 *
 * @throws BadRequestException for a currency that is none
 */
export function read({ type, created, data }: StripeEvent, settings: Settings): Deed {
  const reader = readers[type] ?? (() => nothing('nothing here hangs on events of this type'))
  return reader(data.object, instantOf(created), settings)
}

/** A payment that no invoice tells of is a sale. Every other checkout binds its customer: it is a lead. */
function checkout(session: StripeObject, at: DateTime, { withTax }: Settings): Deed {
  const payment = paymentOf(session)
  const isPayment = text(session, 'mode') === 'payment' && !idAt(session, 'invoice')
  if (isPayment && text(session, 'payment_status') === 'unpaid')
    return nothing('it is not paid yet')

  const total = whole(session, 'amount_total')
  if (!isPayment || !payment || total === 0) {
    return convert(session, {
      ...leadOf(session, 'customer_details'),
      subscriptionId: idAt(session, 'subscription') ?? idAt(session, 'invoice'),
    })
  }
  const tax = withTax ? 0 : whole(session, 'total_details.amount_tax')
  return convert(
    session,
    {
      externalId: payment,
      kind: 'sale',
      ...priced(total - tax - whole(session, 'total_details.amount_shipping'), session),
      customer: customerOf(session, 'customer_details'),
      occurredAt: at,
    },
    total
  )
}

/** Net of discounts by its nature; what a balance paid is not paid again. */
function invoice(about: StripeObject, at: DateTime, { withTax }: Settings): Deed {
  const [paid, total] = [whole(about, 'amount_paid'), whole(about, 'total')]
  if (paid <= 0 || total <= 0) return nothing('nothing was paid')

  const line = list(about, 'lines.data')[0] ?? {}
  const net = total - (withTax ? 0 : taxOf(about)) - whole(about, 'shipping_cost.amount_subtotal')
  return convert(
    about,
    {
      externalId: text(about, 'id')!,
      kind: kindOf(about),
      ...priced(scaled(Math.max(0, net), Math.min(paid, total), total), about),
      customer: customerOf(about),
      product: idAt(line, 'pricing.price_details.product') ?? idAt(line, 'price.product'),
      plan: idAt(line, 'pricing.price_details.price') ?? idAt(line, 'price'),
      subscriptionId: subscriptionOf(about),
      occurredAt: at,
    },
    paid
  )
}

/** Said, since invoices come in any order. */
function kindOf(about: StripeObject) {
  const reason = text(about, 'billing_reason') ?? ''
  return /^subscription_(cycle|update|threshold)$/.test(reason) ? 'renewal' : 'sale'
}

function taxOf(about: StripeObject) {
  const taxes = [...list(about, 'total_taxes'), ...list(about, 'total_tax_amounts')]
  return taxes.length > 0 ? sum(taxes.map((each) => whole(each, 'amount'))) : whole(about, 'tax')
}

/** Only one that names who brought it tells anything new. */
function subscription(about: StripeObject): Deed {
  if (Object.values(namedBy(about)).every((name) => name === null))
    return nothing('it names no click, visitor or link')
  return convert(about, { ...leadOf(about), subscriptionId: text(about, 'id') })
}

/** At the instant at which the object was made: before anything was paid. */
function leadOf(about: StripeObject, details?: string) {
  return {
    externalId: `lead:${text(about, 'id')}`,
    kind: 'lead' as const,
    amount: 0,
    customer: customerOf(about, details),
    occurredAt: instantOf(whole(about, 'created')),
  }
}

type Told = Omit<ConversionInput, 'product' | 'plan' | 'subscriptionId'> & {
  product?: string | null
  plan?: string | null
  subscriptionId?: string | null
}

function convert(about: StripeObject, told: Told, paid = 0): Deed {
  const input: ConversionInput = given({ ...told, ...namedBy(about), source: 'stripe' as const })
  const gross = paid > 0 ? minorUnitsOf(paid, currencyOf(about)) : 0
  return { do: 'convert', input, gross, promotions: promotionsOf(about) }
}

function refund(about: StripeObject, at: DateTime): Deed {
  const status = text(about, 'status')
  if (status === 'failed' || status === 'canceled') return undo(about, 'refund_failed')
  if (status !== 'succeeded') return nothing(`the refund is ${status?.replaceAll('_', ' ')}`)
  return givenBack(about, 'refund', at)
}

function dispute(about: StripeObject, at: DateTime): Deed {
  if (text(about, 'status')?.startsWith('warning')) return nothing('an inquiry takes no money')
  return givenBack(about, 'chargeback', at)
}

function disputeClosed(about: StripeObject): Deed {
  const won = text(about, 'status') === 'won'
  return won ? undo(about, 'chargeback_won') : nothing('the dispute was not won')
}

function givenBack(about: StripeObject, kind: RefundKind, at: DateTime): Deed {
  return {
    do: 'refund',
    externalId: text(about, 'id')!,
    kind,
    gross: minorUnitsOf(whole(about, 'amount'), currencyOf(about)),
    invoice: invoiceOf(about),
    payment: paymentOf(about),
    occurredAt: at,
  }
}

function undo(about: StripeObject, reason: string): Deed {
  return { do: 'undo', externalId: text(about, 'id')!, reason }
}

function promotion(about: StripeObject): Deed {
  const code = text(about, 'code', 64)
  return code
    ? { do: 'promotion', id: text(about, 'id')!, code }
    : nothing('its code is longer than any coupon')
}
