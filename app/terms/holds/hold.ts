import type { Currency } from '#money/currencies'

/** What makes a person look at a commission before it is paid. */
export interface Hold {
  /** What people see. */
  sentence: string
  /** What they can do about it. */
  settledBy: string
  /** Whether the facts of a conversion that is about to earn say so. */
  holds(facts: HoldFacts): boolean
}

/** From where on a workspace wants to look; 0 is never. */
export interface HoldLimits {
  /** More sales than this of one visitor within `visitor_hours`. */
  visitor_sales: number
  visitor_hours: number
  /** The same customer buys the same again within this. */
  duplicate_minutes: number
}

/** All that the holds in this folder ask of a conversion that is about to earn. */
export interface HoldFacts {
  /** Of the conversion, in minor units. */
  amount: number
  currency: Currency
  customerEmail: string | null
  affiliateEmail: string
  /** States at the time the conversion occurred. */
  affiliateState: string
  enrollmentState: string
  /** The campaign's limits, in minor units. */
  holdAbove: Record<Currency, number>
  limits: HoldLimits
  /** Whether another affiliate gave the payout account of this one. */
  sharesAccount: boolean
  /** Of the visitor of this conversion within `limits.visitor_hours`, this one among them. */
  salesOfVisitor: number
  /** Whether the customer, by id or e-mail, is bound to another affiliate. */
  customerOfAnother: boolean
  /** Between this conversion and the nearest other that is like it; null when none is. */
  minutesFromAlike: number | null
  /** Whether it is a lead that a browser sent. */
  browserLead: boolean
}
