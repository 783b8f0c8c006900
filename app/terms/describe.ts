import { formatMoney } from '#money/format'
import type { Amounts, Caps, Condition, Duration, RuleEvent, Reward, Rule } from '#terms/types'

/** A rule in words, as on screens: `30% of sales of plan annual, for 12 months`. */
export function describeRule(rule: Rule): string {
  const { reward, event, duration, caps } = rule
  const base =
    reward.type === 'percent'
      ? `${describeReward(reward)} of ${describeSubject(rule)}`
      : `${describeReward(reward)} for each ${event}${describeConditions(rule)}`

  const lasts = duration ? [describeDuration(duration)] : []
  return [base, ...lasts, ...describeTiers(reward), ...describeCaps(caps)].join(', ')
}

/** Terms without conditions in words: `20% for 12 months, at most $50.00 per commission`. */
export function describeTerms(reward: Reward, duration: Duration | null, caps: Caps): string {
  const base = duration
    ? `${describeReward(reward)} ${describeDuration(duration)}`
    : describeReward(reward)
  return [base, ...describeTiers(reward), ...describeCaps(caps)].join(', ')
}

/** What a rule pays for: `sales of plan annual`, `all sales`. */
export function describeSubject(rule: Pick<Rule, 'event' | 'all' | 'any'>): string {
  const conditions = describeConditions(rule)
  return conditions ? `${plurals[rule.event]}${conditions}` : `all ${plurals[rule.event]}`
}

/** A reward in words, without its tiers: `12.5%`, `flat $5.00 or €4.00`. */
export function describeReward(reward: Reward): string {
  if (reward.type === 'percent') return describeRate(reward.rate_bps)
  return `flat ${describeAmounts(reward.amounts) || 'nothing'}`
}

function describeTiers(reward: Reward): string[] {
  const tiers = (reward.type === 'percent' && reward.tiers) || []
  return tiers.map(
    ({ from, rate_bps }) =>
      `${describeRate(rate_bps)} from ${describeAmounts(from)} sold in a month`
  )
}

function describeCaps({ perCommission, perCustomer, perMonth }: Caps): string[] {
  const caps: [Amounts | null, string][] = [
    [perCommission, 'per commission'],
    [perCustomer, 'per customer'],
    [perMonth, 'a month per affiliate'],
  ]
  return caps.flatMap(([cap, of]) => (cap ? [`at most ${describeAmounts(cap)} ${of}`] : []))
}

function describeAmounts(amounts: Amounts): string {
  return either(Object.entries(amounts).map(([currency, amount]) => formatMoney(amount, currency)))
}

/** Basis points as a percentage, exact: `20%`, `12.5%`, `0.01%`. */
export function describeRate(rateBps: number): string {
  const figures = String(rateBps).padStart(3, '0')
  const fraction = figures.slice(-2).replace(/0+$/, '')
  return `${figures.slice(0, -2)}${fraction && `.${fraction}`}%`
}

/** A duration in words: `for the first payment only`, `for 12 months`, `for life`. */
export function describeDuration(duration: Duration): string {
  switch (duration.type) {
    case 'first':
      return 'for the first payment only'
    case 'months':
      return duration.months === 1 ? 'for 1 month' : `for ${duration.months} months`
    case 'lifetime':
      return 'for life'
  }
}

const plurals: Record<RuleEvent, string> = { lead: 'leads', sale: 'sales', renewal: 'renewals' }

function describeConditions({ all, any }: Pick<Rule, 'all' | 'any'>): string {
  const every = all.map((condition) => ` ${describeCondition(condition)}`).join('')
  if (any.length === 0) return every

  const some = either(any.map((condition) => describeCondition(condition)))
  return `${every}${every && ','} ${any.length > 1 ? 'either ' : ''}${some}`
}

/** A condition in words: `of plan annual`, `in DE or AT`. */
export function describeCondition(condition: Condition): string {
  switch (condition.field) {
    case 'product':
    case 'plan':
      return `of ${condition.field} ${either([condition.value].flat())}`
    case 'country':
      return `in ${either([condition.value].flat())}`
    case 'coupon':
      return `with coupon ${either([condition.value].flat())}`
    case 'tag':
      return `by affiliates tagged ${either([condition.value].flat())}`
    case 'amount':
      return `of at least ${formatMoney(condition.value, condition.currency)}`
    case 'nth_payment':
      if (condition.op === 'at_least') return `from the ${ordinal(condition.value)} payment on`
      return `at the ${either([condition.value].flat().map(ordinal))} payment`
    case 'new_customer':
      return condition.value ? 'from new customers' : 'from known customers'
  }
}

/** `a`, `a or b`, `a, b or c` */
export function either(words: string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' }
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })

/** `1st`, `22nd` */
export function ordinal(n: number): string {
  return `${n}${endings[ordinals.select(n)] ?? 'th'}`
}
