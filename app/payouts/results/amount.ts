import { exponentOf, isCurrency, type Currency } from '#money/currencies'
import { parseDecimal } from '#money/format'
import { MalformedFile } from '#payouts/results/malformed'

/**
 * An amount as files write it, in minor units: `20.00`, `1,250.00`, `1.250,00`, `-20.00` for what left an account.
 *
 * @throws MalformedFile for what is no amount of the currency
 */
export function amountIn(text: string, currency: Currency, line: number): number {
  const [whole, fraction] = parts(text.replaceAll(/[\s'’]/g, ''), exponentOf(currency))
  const amount = parseDecimal(fraction === '' ? whole : `${whole}.${fraction}`, currency)
  if (amount === null) throw new MalformedFile(`"${text.slice(0, 40)}" is no amount.`, line)
  return Math.abs(amount)
}

/** @throws MalformedFile for what is no currency; null where none is said */
export function currencyIn(text: string, line: number): Currency | null {
  if (!text) return null
  if (isCurrency(text.toUpperCase())) return text.toUpperCase()
  throw new MalformedFile(`"${text.slice(0, 40)}" is no currency.`, line)
}

/**
 * The last sign divides cents from the rest, unless it stands more than once, or alone before three digits of a
 * currency that has no three: then it groups thousands.
 */
function parts(text: string, digits: number): [string, string] {
  const at = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  if (at === -1) return [text, '']
  const [whole, fraction] = [text.slice(0, at), text.slice(at + 1)]
  const isAlone = !/[.,]/.test(whole)
  if (whole.includes(text[at]) || (isAlone && fraction.length === 3 && digits !== 3))
    return [ungrouped(text), '']
  return [ungrouped(whole), fraction.slice(0, digits) + fraction.slice(digits).replace(/0+$/, '')]
}

/** Thousands in threes; what is grouped otherwise stays as it is, and is no amount. */
function ungrouped(text: string) {
  return /^-?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(text) ? text.replaceAll(/[.,]/g, '') : text
}
