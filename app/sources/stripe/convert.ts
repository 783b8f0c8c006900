import { system } from '#core/actor'
import { formatMoney } from '#money/format'
import { namesOf } from '#privacy/pseudonym'
import { applied, type Outcome } from '#sources/source'
import { eventsAbout } from '#sources/stripe/related'
import { text, whole } from '#sources/stripe/fields'
import { subscriptionOf } from '#sources/stripe/told'
import { decideAnew, type BroughtBy } from '#tracking/decide'
import { recordConversion } from '#tracking/record_conversion'
import type { StripeEvent } from '#sources/stripe/event'
import type Conversion from '#models/conversion'
import type Workspace from '#models/workspace'
import type { Deed } from '#sources/stripe/read'
import type { ConversionInput } from '#tracking/input'

type Convert = Extract<Deed, { do: 'convert' }>

/**
 * Records a lead or a payment. Whichever of a checkout and its payments comes first, they end alike: a payment
 * takes over what its checkout names, and a checkout has the payments decided anew that came before it.
 */
export async function convert(
  workspace: Workspace,
  { input: told, promotions }: Convert
): Promise<Outcome> {
  const input = (await endsTrial(workspace, told)) ? { ...told, kind: 'sale' as const } : told
  const coupon = await couponOf(workspace, promotions)
  const brought = { ...(await namedByCheckout(workspace, input)), ...broughtBy(input, coupon) }
  const known = await workspace
    .related('conversions')
    .query()
    .whereIn('external_id', namesOf(workspace.id, input.externalId))
    .first()
  if (known) await decideAnew(known, brought, system)
  const { conversion } = known
    ? { conversion: await known.refresh() }
    : await recordConversion(workspace, { ...input, ...brought }, system)
  await decidePayments(workspace, conversion, brought)
  return applied(inWords(conversion))
}

/** The code of a promotion is known now: payments with it that were nobody's are decided anew. */
export async function promote(
  workspace: Workspace,
  { id, code }: Extract<Deed, { do: 'promotion' }>
): Promise<number> {
  const waiting = await workspace
    .related('conversions')
    .query()
    .where({ source: 'stripe', coupon_code: id.toUpperCase() })
    .orderBy('id')
  let found = 0
  for (const conversion of waiting) {
    if (!(await decideAnew(conversion, { coupon: code }, system))) continue
    found += 1
    await decidePayments(workspace, conversion, { coupon: code })
  }
  return found
}

function broughtBy({ clickId, visitorId, ref }: ConversionInput, coupon?: string): BroughtBy {
  const all = Object.entries({ clickId, visitorId, ref, coupon })
  return Object.fromEntries(all.filter(([, value]) => value !== undefined))
}

/** What the checkout of a payment said; its coupon holds for the first alone. */
async function namedByCheckout(
  workspace: Workspace,
  { kind, externalId, subscriptionId }: ConversionInput
): Promise<BroughtBy> {
  if (kind === 'lead') return {}
  const lead = await workspace
    .related('conversions')
    .query()
    .where({ source: 'stripe', kind: 'lead' })
    .whereIn('subscription_id', [subscriptionId ?? externalId, externalId])
    .orderBy('id')
    .first()
  if (!lead) return {}
  const input = lead.input as unknown as ConversionInput
  return broughtBy(input, kind === 'sale' ? input.coupon : undefined)
}

/**
 * Whether this is the first payment of a subscription that began with an invoice of nothing: Stripe calls it that of
 * another period.
 */
async function endsTrial(
  workspace: Workspace,
  { kind, customer, subscriptionId }: ConversionInput
) {
  if (kind !== 'renewal' || !subscriptionId) return false
  const paid = await workspace
    .related('conversions')
    .query()
    .where('subscription_id', subscriptionId)
    .whereNot('kind', 'lead')
    .first()
  if (paid) return false

  const invoices = await workspace
    .related('sourceEvents')
    .query()
    .where({ source: 'stripe', type: 'invoice.paid', customer_id: customer.externalId })
  return invoices.some(({ body }) => {
    const { object: invoice } = (JSON.parse(body) as StripeEvent).data
    const isFirst = text(invoice, 'billing_reason') === 'subscription_create'
    return (
      isFirst && subscriptionOf(invoice) === subscriptionId && whole(invoice, 'amount_paid') === 0
    )
  })
}

/** Those of the same subscription or invoice that came before what began it. */
async function decidePayments(
  workspace: Workspace,
  { kind, subscriptionId }: Conversion,
  brought: BroughtBy
) {
  if (!subscriptionId || kind === 'renewal') return
  const payments = await workspace
    .related('conversions')
    .query()
    .where('source', 'stripe')
    .whereNot('kind', 'lead')
    .where((its) =>
      its.where('subscription_id', subscriptionId).orWhere('external_id', subscriptionId)
    )
    .orderBy('id')
  const { coupon, ...later } = brought
  for (const payment of payments)
    await decideAnew(payment, payment.kind === 'sale' ? brought : later, system)
}

/** Promotion codes are coupons. One whose code no event has told of yet goes by its id. */
async function couponOf(workspace: Workspace, promotions: string[]): Promise<string | undefined> {
  const codes: string[] = []
  for (const promotion of promotions) {
    const about = await eventsAbout(workspace, { objects: [promotion] })
    const told = about.at(-1)?.told.data.object
    codes.push((told && text(told, 'code', 64)) ?? promotion)
  }
  const ours = await workspace
    .related('coupons')
    .query()
    .whereIn(
      'code',
      codes.map((code) => code.toUpperCase())
    )
    .first()
  return ours?.code ?? codes[0]
}

function inWords({ kind, amount, currency, explanation, attributed }: Conversion) {
  const what = kind === 'lead' ? 'lead' : `${kind} of ${formatMoney(amount, currency!)}`
  return attributed ? what : `${what}, attributed to ${explanation}`
}
