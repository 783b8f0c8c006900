import { BadRequestException } from '#exceptions/errors'
import { scaled } from '#money/arithmetic'
import { exponentOf, isCurrency } from '#money/currencies'

/** An object of Stripe. Read field by field: accounts send the shapes of many API versions. */
export type StripeObject = Record<string, unknown>

/** `customer_details.email`; null where it is not there. */
function at(object: StripeObject, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((found, name) => (found as StripeObject | null)?.[name] ?? null, object)
}

/** Null for what is empty, and for what is longer than the column that keeps it. */
export function text(object: StripeObject, path: string, longest = 255): string | null {
  const value = at(object, path)
  if (typeof value !== 'string' || value === '' || value.length > longest) return null
  return value.replaceAll('\0', '').toWellFormed()
}

/** The id of another object, whether it is expanded or not. */
export function idAt(object: StripeObject, path: string): string | null {
  return text(object, path) ?? text(object, `${path}.id`)
}

export function whole(object: StripeObject, path: string): number {
  const value = at(object, path)
  return Number.isSafeInteger(value) ? (value as number) : 0
}

export function list(object: StripeObject, path: string): StripeObject[] {
  const value = at(object, path)
  return Array.isArray(value) ? value.filter((each) => typeof each === 'object') : []
}

export function inner(from: StripeObject, path: string): StripeObject[] {
  const value = at(from, path)
  return typeof value === 'object' && value !== null ? [value as StripeObject] : []
}

/** Without what is null or absent. */
export function given<T extends object>(fields: T) {
  const entries = Object.entries(fields).filter(([, value]) => value !== null)
  return Object.fromEntries(entries) as { [Name in keyof T]: Exclude<T[Name], null> }
}

/**
 * Where Stripe counts in other units than ISO 4217 (https://docs.stripe.com/currencies#special-cases): it has no
 * decimals for MGA, and two for ISK and UGX.
 */
const exponents: Record<string, number> = { MGA: 0, ISK: 2, UGX: 2 }

/**
 * What Stripe's number is in the minor units of its currency.
 *
 * @throws BadRequestException for what is no currency
 */
export function minorUnitsOf(amount: number, currency: string): number {
  if (!isCurrency(currency))
    throw new BadRequestException(`“${currency}” is no currency of ISO 4217.`)
  const [theirs, ours] = [exponents[currency] ?? exponentOf(currency), exponentOf(currency)]
  return scaled(amount, 10 ** ours, 10 ** theirs)
}

export function currencyOf(from: StripeObject): string {
  return text(from, 'currency')?.toUpperCase() ?? ''
}
