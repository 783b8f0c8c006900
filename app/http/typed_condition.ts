import { isCurrency } from '#money/currencies'
import { formatDecimal, parseDecimal } from '#money/format'
import type { Condition } from '#terms/types'

/** What a form's row of a condition can ask, in the order in which it is offered. */
export const questions = [
  { value: 'plan', label: 'Plan is' },
  { value: 'product', label: 'Product is' },
  { value: 'amount', label: 'Amount is at least' },
  { value: 'country', label: 'Customer’s country is' },
  { value: 'coupon', label: 'Coupon is' },
  { value: 'tag', label: 'Affiliate has the tag' },
  { value: 'nth_payment', label: 'Number of the payment is' },
  { value: 'nth_payment_from', label: 'Number of the payment is at least' },
  { value: 'new_customer', label: 'Customer is new' },
  { value: 'known_customer', label: 'Customer is known' },
] as const

/** A condition as a form's row holds it: a question and the text of its answer. */
export interface ConditionRow {
  field: string
  value: string
  currency?: string
}

type Form = Record<string, unknown>

/**
 * A form's row as the condition that the API takes. Several values are parted by commas; an amount is a
 * decimal, in the currency that follows it (`49.00 EUR`) or else in the row's. Undefined where no question is
 * chosen. An answer that does not fit stays as it is, for the validator to refuse; so does what is no such row.
 */
export function typedCondition(row: unknown): unknown {
  const { field, value, currency } = (row ?? {}) as Form
  if (field === '' || field === undefined) return undefined
  if (typeof field !== 'string' || typeof value !== 'string') return row

  const values = value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  switch (field) {
    case 'amount':
      return { field, op: 'at_least', ...amountOf(value, String(currency ?? '')) }
    case 'nth_payment_from':
      return { field: 'nth_payment', op: 'at_least', value: wholeOf(value.trim()) }
    case 'nth_payment':
      return { field, ...oneOrMany(values.map(wholeOf)) }
    case 'new_customer':
    case 'known_customer':
      return { field: 'new_customer', op: 'is', value: field === 'new_customer' }
    default:
      return { field, ...oneOrMany(values) }
  }
}

/** The row that a form shows for a condition; `typedCondition` turns it back. */
export function conditionRow(condition: Condition): ConditionRow {
  switch (condition.field) {
    case 'amount': {
      const { value, currency } = condition
      return { field: 'amount', value: `${formatDecimal(value, currency)} ${currency}`, currency }
    }
    case 'nth_payment':
      return {
        field: condition.op === 'at_least' ? 'nth_payment_from' : 'nth_payment',
        value: textOf(condition.value),
      }
    case 'new_customer':
      return { field: condition.value ? 'new_customer' : 'known_customer', value: '' }
    default:
      return { field: condition.field, value: textOf(condition.value) }
  }
}

function amountOf(text: string, usual: string) {
  const [, figures, named] = /^\s*(.*?)\s*([a-z]{3})?\s*$/i.exec(text)!
  const currency = (named ?? usual).toUpperCase()
  if (!isCurrency(currency)) return { value: text, currency }
  return { value: parseDecimal(figures.replaceAll(/[,\s]/g, ''), currency) ?? text, currency }
}

function oneOrMany(values: unknown[]) {
  return values.length > 1 ? { op: 'in', value: values } : { op: 'is', value: values[0] ?? '' }
}

function wholeOf(text: string) {
  return /^\d{1,9}$/.test(text) ? Number(text) : text
}

function textOf(value: unknown) {
  return [value].flat().join(', ')
}
