import type { Currency } from '#money/currencies'

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
}
