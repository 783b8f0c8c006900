import { exponentOf, type Currency } from '#money/currencies'

const MINUS = '\u2212'

/**
 * An amount of minor units for people: `$99.00`, `−$12.50`, `¥500`, `KWD 1.250`. Digits are those
 * of ISO 4217 and exact at any size. Where Intl puts a space it is a no-break one. Throws
 * RangeError for what is no currency and for a fraction.
 */
export function formatMoney(amount: number, currency: Currency, locale = 'en'): string {
  const figures = decimal(amount, exponentOf(currency))
  const formatter = formatterOf(currency, locale)
  if (amount >= 0) return formatter.format(figures)
  return formatter
    .formatToParts(figures)
    .map((part) => (part.type === 'minusSign' ? MINUS : part.value))
    .join('')
}

const formatters = new Map<string, Intl.NumberFormat>()

/** Making one is slow, so each is made once. */
function formatterOf(currency: Currency, locale: string) {
  const digits = exponentOf(currency)
  const name = `${locale} ${currency}`
  const formatter =
    formatters.get(name) ??
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
  formatters.set(name, formatter)
  return formatter
}

/**
 * An amount of minor units as a plain decimal for files and forms: `99.00`, `-12.50`, `500`.
 * Throws RangeError for what is no currency and for a fraction.
 */
export function formatDecimal(amount: number, currency: Currency): string {
  return decimal(amount, exponentOf(currency))
}

/**
 * The minor units that a plain decimal means: `99.00`, `99.5`, `99`, `-12.50`. Null for anything
 * else: signs of thousands, spaces, exponents, more digits than the currency has, or an amount too
 * large to be exact. Throws RangeError for what is no currency.
 */
export function parseDecimal(text: string, currency: Currency): number | null {
  const digits = exponentOf(currency)
  const match = /^(-?)(\d{1,16})(?:\.(\d{1,4}))?$/.exec(text)
  if (!match) return null

  const [, sign, whole, fraction = ''] = match
  if (fraction.length > digits) return null

  const magnitude = Number(whole + fraction.padEnd(digits, '0'))
  if (!Number.isSafeInteger(magnitude)) return null
  return sign && magnitude > 0 ? -magnitude : magnitude
}

function decimal(amount: number, digits: number): Intl.StringNumericLiteral {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole minor unit`)

  const figures = String(Math.abs(amount)).padStart(digits + 1, '0')
  const whole = figures.slice(0, figures.length - digits)
  const fraction = figures.slice(figures.length - digits)
  const sign = amount < 0 ? '-' : ''
  return `${sign}${whole}${digits > 0 ? `.${fraction}` : ''}` as Intl.StringNumericLiteral
}
