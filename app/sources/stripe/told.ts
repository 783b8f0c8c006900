import { createHash } from 'node:crypto'
import { isId } from '#core/ids'
import { currencyOf, given, idAt, inner, list, minorUnitsOf, text } from '#sources/stripe/fields'
import type { StripeObject } from '#sources/stripe/fields'

/** What several kinds of Stripe's objects tell alike. */

/** The click, visitor or link that an object names: the snippet's reference, or what was put into the metadata. */
export function namedBy(from: StripeObject) {
  const reference = text(from, 'client_reference_id', 64) ?? ''
  const metadata = (name: string) =>
    text(from, `metadata.${name}`, 64) ??
    text(from, `parent.subscription_details.metadata.${name}`, 64) ??
    text(from, `subscription_details.metadata.${name}`, 64)
  return {
    clickId: isId(reference, 'clk') ? reference : metadata('click_id'),
    visitorId: /^[0-9a-f]{32}$/.test(reference) ? reference : metadata('visitor_id'),
    ref: metadata('ref'),
  }
}

/** Stripe's customer. Who paid as a guest is named by their e-mail address, which nobody can read from it. */
export function customerOf(from: StripeObject, details = 'customer') {
  const email = text(from, `${details}.email`, 254) ?? text(from, 'customer_email', 254)
  const country =
    text(from, `${details}.address.country`, 2) ?? text(from, 'customer_address.country', 2)
  const guest = (email ?? text(from, 'id')!).toLowerCase()
  const hash = createHash('sha256').update(guest).digest('hex')
  return given({
    externalId: idAt(from, 'customer') ?? `email:${hash}`,
    email: email?.toLowerCase() ?? null,
    name: text(from, `${details}.name`) ?? text(from, 'customer_name'),
    country: country?.toUpperCase() ?? null,
  })
}

/** The promotion codes that gave a discount: the code itself where it is expanded, else its id. */
export function promotionsOf(from: StripeObject): string[] {
  const discounts = [...list(from, 'discounts'), ...inner(from, 'discount')]
  return discounts.flatMap(
    (discount) =>
      text(discount, 'promotion_code.code', 64) ?? idAt(discount, 'promotion_code') ?? []
  )
}

/** An amount of Stripe with its currency. */
export function priced(amount: number, from: StripeObject) {
  const currency = currencyOf(from)
  return { amount: minorUnitsOf(Math.max(0, amount), currency), currency }
}

/** The subscription that an invoice is of. */
export function subscriptionOf(invoice: StripeObject): string | null {
  return idAt(invoice, 'parent.subscription_details.subscription') ?? idAt(invoice, 'subscription')
}
