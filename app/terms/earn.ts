import { percentOf } from '#money/arithmetic'
import { formatMoney } from '#money/format'
import { matches } from '#terms/conditions'
import { describeRate, describeSubject } from '#terms/describe'
import { outsideDuration } from '#terms/duration'
import type { Duration, Facts, Outcome, Reward, Rule, Terms } from '#terms/types'

/** What decides a conversion: a rule, or the terms' own reward; with words to tell of it. */
interface Decider {
  ruleId: string | null
  reward: Reward
  duration: Duration
  /** Before what was paid: `rule 2: sales of plan annual, `. */
  paidBy: string
  /** Before why nothing was: `rule 2: `. */
  refusedBy: string
}

/**
 * What a conversion earns, in minor units of its currency, and why: the link's or enrollment's own
 * reward, else the first rule that matches, else the campaign's reward. What decides decides
 * alone: when its duration is over or it has no reward in the currency, nothing later is tried.
 * Leads earn by a rule with a flat reward or not at all, also where a link or enrollment has terms
 * of its own, since those speak of payments (DESIGN.md section 6). Throws RangeError for a zone
 * or currency that is none.
 */
export function earn(terms: Terms, facts: Facts, zone: string): Outcome {
  const decider = deciderOf(terms, facts)
  if (!decider) return { amount: 0, because: 'no rule for leads matches' }

  const outside = outsideDuration(decider.duration, facts, zone)
  if (outside) return { amount: 0, because: decider.refusedBy + outside }

  return decider.reward.type === 'percent'
    ? percentOutcome(decider, decider.reward.rate_bps, facts)
    : flatOutcome(decider, decider.reward.amounts[facts.currency], facts)
}

function deciderOf(terms: Terms, facts: Facts): Decider | null {
  const isLead = facts.event === 'lead'
  const asksRules = terms.source === 'campaign' || isLead
  const rule = asksRules && byPosition(terms.rules).find((each) => matches(each, facts))
  if (rule) return deciderOfRule(rule, terms.duration)
  if (isLead) return null

  const { reward, duration, source } = terms
  return { ruleId: null, reward, duration, paidBy: `${owners[source]} `, refusedBy: '' }
}

const owners: Record<Terms['source'], string> = {
  link: "the link's own",
  enrollment: "the affiliate's own",
  campaign: "the campaign's",
}

function byPosition(rules: Rule[]): Rule[] {
  return rules.toSorted((one, other) => one.position - other.position)
}

function deciderOfRule(rule: Rule, duration: Duration): Decider {
  return {
    ruleId: rule.id,
    reward: rule.reward,
    duration: rule.duration ?? duration,
    paidBy: `rule ${rule.position}: ${describeSubject(rule)}, `,
    refusedBy: `rule ${rule.position}: `,
  }
}

function percentOutcome(decider: Decider, rateBps: number, facts: Facts): Outcome {
  const { ruleId, paidBy, refusedBy } = decider
  if (facts.event === 'lead') {
    return { amount: 0, because: `${refusedBy}a lead has no amount to take a percentage of` }
  }

  const share = `${describeRate(rateBps)} of ${formatMoney(facts.amount, facts.currency)}`
  const amount = percentOf(facts.amount, rateBps)
  if (amount === 0) return { amount, because: `${refusedBy}${share} rounds to nothing` }

  return { amount, currency: facts.currency, rateBps, ruleId, because: paidBy + share }
}

function flatOutcome(decider: Decider, amount: number | undefined, facts: Facts): Outcome {
  const { ruleId, paidBy, refusedBy } = decider
  const { currency } = facts
  if (!amount) return { amount: 0, because: `${refusedBy}no flat reward in ${currency}` }

  const because = `${paidBy}flat ${formatMoney(amount, currency)}`
  return { amount, currency, rateBps: null, ruleId, because }
}
