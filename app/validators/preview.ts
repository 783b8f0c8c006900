import vine from '@vinejs/vine'
import { amount, country, currency, email, idOf, instant, text, whole, yes } from '#http/fields'

/** A sale that nobody made, to see what it would earn. */
export const supposedSale = vine.create({
  event: vine.enum(['lead', 'sale', 'renewal'] as const).optional(),
  amount: amount().optional(),
  currency: currency().optional(),
  affiliate_id: idOf().nullable().optional(),
  ref: text(64).nullable().optional(),
  coupon: text(64).nullable().optional(),
  product: text(255).nullable().optional(),
  plan: text(255).nullable().optional(),
  country: country().nullable().optional(),
  customer_email: email().nullable().optional(),
  nth_payment: whole(1, 1_000_000).optional(),
  new_customer: yes().optional(),
  first_payment_at: instant().nullable().optional(),
  occurred_at: instant().nullable().optional(),
})
