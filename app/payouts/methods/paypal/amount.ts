import { formatDecimal } from '#money/format'

/** `99.00`, and `500` in currencies that PayPal takes without decimals. */
export function payPalAmount(amount: number, currency: string): string {
  const decimal = formatDecimal(amount, currency)
  return ['HUF', 'TWD'].includes(currency) ? decimal.replace(/\.00$/, '') : decimal
}
