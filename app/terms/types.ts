import type { DateTime } from 'luxon'
import type { Currency } from '#money/currencies'

/** Minor units by currency. */
export type Amounts = Record<Currency, number>

/** A better rate, from so much sold in the calendar month on; in currencies that it names no amount of, none. */
export interface Tier {
  from: Amounts
  rate_bps: number
}

/** What is promised: a share of the amount in basis points, or minor units per currency. */
export type Reward =
  { type: 'percent'; rate_bps: number; tiers?: Tier[] } | { type: 'flat'; amounts: Amounts }

/** The most that a reward pays, each in its own currency; null is no cap. They go with the reward, whoever says it. */
export interface Caps {
  perCommission: Amounts | null
  /** Of one customer. */
  perCustomer: Amounts | null
  /** To one affiliate in one calendar month of the workspace's zone. */
  perMonth: Amounts | null
}

/** For how long a referral's payments earn, from its first one. */
export type Duration = { type: 'first' } | { type: 'months'; months: number } | { type: 'lifetime' }

export type RuleEvent = 'lead' | 'sale' | 'renewal'

export type TextField = 'product' | 'plan' | 'country' | 'coupon' | 'tag'

/** One question that a rule asks of a conversion. Amounts are minor units of their currency. */
export type Condition =
  | { field: TextField; op: 'is'; value: string }
  | { field: TextField; op: 'in'; value: string[] }
  | { field: 'amount'; op: 'at_least'; value: number; currency: Currency }
  | { field: 'nth_payment'; op: 'is' | 'at_least'; value: number }
  | { field: 'nth_payment'; op: 'in'; value: number[] }
  | { field: 'new_customer'; op: 'is'; value: boolean }

/** One line of a campaign's terms. */
export interface Rule {
  id: string
  /** Counts from 1; the lowest is tried first. */
  position: number
  event: RuleEvent
  reward: Reward
  /** Every one of these must hold. */
  all: Condition[]
  /** At least one of these must hold, when there are any. */
  any: Condition[]
  /** Null: that of the terms. */
  duration: Duration | null
  caps: Caps
}

/** All that a rule can ask of a conversion. */
export interface Facts {
  event: RuleEvent
  /** Minor units; 0 for a lead. */
  amount: number
  currency: Currency
  product: string | null
  plan: string | null
  /** The customer's, ISO 3166. */
  country: string | null
  couponCode: string | null
  affiliateTags: string[]
  /** Which payment of the customer this is (of the subscription, where there is one), from 1. */
  nthPayment: number
  newCustomer: boolean
  occurredAt: DateTime
  /** When the referral's first payment above 0 occurred; null when none came before this one. */
  firstPaymentAt: DateTime | null
}

/** What an affiliate works under for one conversion, after `chooseTerms`. */
export interface Terms {
  /** Where the reward comes from. Rules are tried for payments only when it is the campaign. */
  source: 'link' | 'enrollment' | 'campaign'
  reward: Reward
  caps: Caps
  duration: Duration
  rules: Rule[]
}

/** What stood before a conversion, in its currency and minor units: what tiers and caps are asked with. */
export interface Standing {
  /** Sold by the affiliate in the calendar month of the conversion, gross of refunds. */
  soldInMonth: number
  /** What the families of the same customer sum to, of those that the same rule (or no rule) made. */
  earnedOfCustomer: number
  /** The same of the affiliate in the calendar month of the conversion. */
  earnedInMonth: number
}

/** What the terms pay: an amount above 0 in minor units, and the half-sentence of why. */
export interface Paid {
  amount: number
  currency: Currency
  /** Null for a flat reward. */
  rateBps: number | null
  /** Null when no rule but the terms' own reward paid. */
  ruleId: string | null
  because: string
}

/** What came of the terms: what they pay, or nothing and why. */
export type Outcome = Paid | { amount: 0; because: string }
