import { isCurrency, MAX_SALE_AMOUNT } from '#money/currencies'
import type { Condition, Facts } from '#terms/types'

export type Field = Condition['field']
export type Op = Condition['op']

/** Which ops each field can be asked with: what validators accept and forms offer. */
export const legalOps: Record<Field, readonly Op[]> = {
  product: ['is', 'in'],
  plan: ['is', 'in'],
  country: ['is', 'in'],
  coupon: ['is', 'in'],
  tag: ['is', 'in'],
  amount: ['at_least'],
  nth_payment: ['is', 'in', 'at_least'],
  new_customer: ['is'],
}

/** Whether something from outside is a condition: a field, an op legal for it, a value that fits. */
export function isCondition(input: unknown): input is Condition {
  if (!isRecord(input) || !isField(input.field)) return false
  const { field, op, value, currency } = input
  if (!legalOps[field].some((legal) => legal === op)) return false

  const fits = (one: unknown) => isValueOf(field, one)
  if (op === 'in') return Array.isArray(value) && value.length > 0 && value.every(fits)
  if (field === 'amount') return fits(value) && typeof currency === 'string' && isCurrency(currency)
  return fits(value)
}

/** Whether a condition holds for a conversion. Texts are compared without regard to case. */
export function isMet(condition: Condition, facts: Facts): boolean {
  switch (condition.field) {
    case 'product':
      return isAnyOf([facts.product], condition.value)
    case 'plan':
      return isAnyOf([facts.plan], condition.value)
    case 'country':
      return isAnyOf([facts.country], condition.value)
    case 'coupon':
      return isAnyOf([facts.couponCode], condition.value)
    case 'tag':
      return isAnyOf(facts.affiliateTags, condition.value)
    case 'amount':
      return facts.currency === condition.currency && facts.amount >= condition.value
    case 'nth_payment':
      if (condition.op === 'at_least') return facts.nthPayment >= condition.value
      return [condition.value].flat().includes(facts.nthPayment)
    case 'new_customer':
      return facts.newCustomer === condition.value
  }
}

function isAnyOf(texts: (string | null)[], wanted: string | string[]): boolean {
  const accepted = [wanted].flat().map(folded)
  return texts.some((text) => text !== null && accepted.includes(folded(text)))
}

function folded(text: string): string {
  return text.trim().toLowerCase()
}

function isRecord(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null
}

function isField(input: unknown): input is Field {
  return typeof input === 'string' && Object.hasOwn(legalOps, input)
}

function isValueOf(field: Field, value: unknown): boolean {
  switch (field) {
    case 'amount':
      return isWhole(value, 0) && Number(value) <= MAX_SALE_AMOUNT
    case 'nth_payment':
      return isWhole(value, 1)
    case 'new_customer':
      return typeof value === 'boolean'
    default:
      return typeof value === 'string' && value.trim() !== ''
  }
}

function isWhole(value: unknown, least: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least
}
