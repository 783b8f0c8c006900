/** What the plain books hold. */

export const CURRENCIES = ['USD', 'JPY', 'KWD']

/** Amounts are minor units, and the same in each currency. Rates are basis points. */
export interface PlainTerms {
  rate: number
  tier?: { from: number; rate: number }
  perCommission?: number
  perCustomer?: number
  perMonth?: number
  share?: number
  firstPaymentOnly?: boolean
}

/** Rules of every campaign: a lead earns this in these currencies; a renewal this, until a customer's cap. */
export const LEAD: Record<string, number> = { USD: 300, JPY: 200 }
export const RENEWAL = { rate: 1_500, perCustomer: 2_500 }

export interface Customer {
  affiliate: string
  state: 'lead' | 'customer' | 'denied'
  boundBy: Sale
  firstPayment: Sale | null
}

export interface Sale {
  name: string
  who: string
  kind: 'lead' | 'sale' | 'renewal'
  amount: number
  currency: string
  at: number
  refunded: number
  affiliate: string | null
  /** Null where a person gave it to another than the customer's affiliate. */
  customer: Customer | null
}

/** What one affiliate was promised once; it never changes, only what is left of it does. */
export interface Promised {
  affiliate: string
  currency: string
  amount: number
  by: 'terms' | 'lead' | 'renewal' | 'share' | 'gift'
  sale: Sale | null
  voided: boolean
}

export interface Refund {
  sale: string
  asked: number | null
  amount: number
  state: 'waiting' | 'applied' | 'undone' | 'dropped'
}

/** What was not refunded of a promise. */
export function left({ amount, sale, voided }: Promised) {
  if (voided) return 0
  return sale && sale.amount > 0 ? part(amount, sale.amount - sale.refunded, sale.amount) : amount
}

/** Half away from zero; nothing here is below it. */
export function part(amount: number, numerator: number, denominator: number) {
  const [a, n, d] = [amount, numerator, denominator].map(BigInt)
  return Number((2n * a * n + d) / (2n * d))
}

export function sum(amounts: number[]) {
  return amounts.reduce((total, amount) => total + amount, 0)
}

export function add(sums: Record<string, number>, key: string, amount: number) {
  sums[key] = (sums[key] ?? 0) + amount
}
