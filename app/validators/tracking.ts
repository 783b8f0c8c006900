import vine from '@vinejs/vine'
import { amount, country, currency, digits, email, happened, text, yes } from '#http/fields'

const customer = () =>
  vine.object({
    external_id: text(255),
    email: email().nullable().optional(),
    name: text(255).nullable().optional(),
    country: country().nullable().optional(),
  })

const broughtBy = {
  click_id: text(64).nullable().optional(),
  visitor_id: text(64).nullable().optional(),
  ref: text(64).nullable().optional(),
  coupon: text(64).nullable().optional(),
  occurred_at: happened().optional(),
}

export const trackedClick = vine.create({
  ref: text(64),
  visitor_id: text(64).nullable().optional(),
  url: text(2000).nullable().optional(),
  referrer: text(2000).nullable().optional(),
  ip: text(45).nullable().optional(),
  user_agent: text(1000).nullable().optional(),
})

export const trackedLead = vine.create({
  external_id: text(255).optional(),
  customer: customer(),
  ...broughtBy,
})

const sale = {
  external_id: text(255),
  amount: amount(),
  currency: currency(),
  customer: customer(),
  kind: vine.enum(['sale', 'renewal'] as const).optional(),
  subscription_id: text(255).nullable().optional(),
  product: text(255).nullable().optional(),
  plan: text(255).nullable().optional(),
  ...broughtBy,
}

export const newSale = vine.create(sale)

/** A test is shown for a day, and never gets into the books. */
export const trackedSale = vine.create({ ...sale, test: yes().optional() })

/** What the browser snippet tells. */
export const beacon = vine.create({
  key: text(80),
  type: vine.enum(['click', 'lead'] as const),
  visitor_id: vine
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
  click_id: text(64).optional(),
  ref: text(64).optional(),
  url: text(2000).optional(),
  referrer: text(2000).optional(),
  customer: vine
    .object({
      external_id: text(255).optional(),
      email: email().optional(),
      name: text(255).optional(),
    })
    .optional(),
})

/** A query's values are texts. */
export const postback = vine.create({
  account_id: text(40),
  type: vine.enum(['lead', 'sale', 'refund'] as const).optional(),
  external_id: text(255),
  amount: digits().optional(),
  currency: currency().optional(),
  customer_id: text(255).optional(),
  customer_email: email().optional(),
  conversion_external_id: text(255).optional(),
  click_id: text(64).optional(),
  visitor_id: text(64).optional(),
  ref: text(64).optional(),
  coupon: text(64).optional(),
  product: text(255).optional(),
  plan: text(255).optional(),
  subscription_id: text(255).optional(),
  occurred_at: happened().optional(),
})

const refundKind = () => vine.enum(['refund', 'chargeback'] as const)

export const trackedRefund = vine.create({
  external_id: text(255),
  conversion_external_id: text(255),
  amount: amount().optional(),
  kind: refundKind().optional(),
  reason: text(255).nullable().optional(),
  occurred_at: happened().optional(),
})

export const newRefund = vine.create({
  external_id: text(255),
  amount: amount().optional(),
  currency: currency().optional(),
  kind: refundKind().optional(),
  reason: text(255).nullable().optional(),
})

export const undoneRefund = vine.create({ reason: text(60) })

/** The signing secret is written and never read: one that is not sent stays. */
export const stripeSource = vine.create({
  signing_secret: text(255)
    .regex(/^whsec_\S+$/)
    .meta({ examples: ['whsec_of_the_endpoint'] })
    .optional(),
  with_tax: yes().optional(),
  test_mode: yes().optional(),
})
