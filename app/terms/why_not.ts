import { isMet } from '#terms/conditions'
import { describeCondition, either, ordinal } from '#terms/describe'
import { formatMoney } from '#money/format'
import type { Condition, Facts, Rule, TextField } from '#terms/types'

/** The half-sentence of why a rule is not for a conversion, or null when it is. */
export function whyNot(rule: Rule, facts: Facts): string | null {
  if (rule.event !== facts.event) return `it is for ${rule.event}s, and this is a ${facts.event}`

  const unmet = rule.all.find((condition) => !isMet(condition, facts))
  if (unmet) return whyNotMet(unmet, facts)
  if (rule.any.length === 0 || rule.any.some((condition) => isMet(condition, facts))) return null
  if (rule.any.length === 1) return whyNotMet(rule.any[0], facts)
  return `neither ${rule.any.map((condition) => describeCondition(condition)).join(' nor ')}`
}

function whyNotMet(condition: Condition, facts: Facts): string {
  switch (condition.field) {
    case 'amount':
      return whyNotAmount(condition, facts)
    case 'nth_payment':
      return `it is the ${ordinal(facts.nthPayment)} payment, not ${payments(condition)}`
    case 'new_customer':
      return facts.newCustomer ? 'the customer is new' : 'the customer is known'
    case 'tag':
      return `the affiliate is not tagged ${either([condition.value].flat())}`
    default:
      return whyNotText(condition.field, textOf(condition.field, facts), [condition.value].flat())
  }
}

function whyNotAmount(
  { value, currency }: Extract<Condition, { field: 'amount' }>,
  facts: Facts
): string {
  const least = formatMoney(value, currency)
  return facts.currency === currency
    ? `${formatMoney(facts.amount, currency)} is less than ${least}`
    : `it asks for ${least}, and the amount is in ${facts.currency}`
}

function payments(condition: Extract<Condition, { field: 'nth_payment' }>): string {
  if (condition.op === 'at_least') return `the ${ordinal(condition.value)} or later`
  return `the ${either([condition.value].flat().map(ordinal))}`
}

function whyNotText(field: TextField, told: string | null, wanted: string[]): string {
  const name = field === 'country' ? "customer's country" : field
  return told === null
    ? `no ${name} is told, and it asks for ${either(wanted)}`
    : `the ${name} is ${told}, not ${either(wanted)}`
}

function textOf(field: Exclude<TextField, 'tag'>, facts: Facts): string | null {
  const { product, plan, country, couponCode: coupon } = facts
  return { product, plan, country, coupon }[field]
}
