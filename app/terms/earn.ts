import { percentOf } from '#money/arithmetic'
import { formatMoney } from '#money/format'
import { cutBy } from '#terms/caps'
import { describeRate, describeSubject } from '#terms/describe'
import { outsideDuration } from '#terms/duration'
import { monthOf } from '#terms/local'
import { rateReached, type Rate } from '#terms/tiers'
import { whyNot } from '#terms/why_not'
import type { Caps, Duration, Facts, Outcome, Reward, Rule, Standing, Terms } from '#terms/types'

/** What decides a conversion: a rule, or the terms' own reward; with words to tell of it. */
export interface Decider {
  ruleId: string | null
  reward: Reward
  caps: Caps
  duration: Duration
  /** Before what was paid: `rule 2: sales of plan annual, `. */
  paidBy: string
  /** Before why nothing was: `rule 2: `. */
  refusedBy: string
}

/** A rule that was tried, and why it was not the one; null for the one that was. */
export interface Tried {
  rule: Rule
  whyNot: string | null
}

/** What a reward comes to before its caps. */
interface Promised {
  amount: number
  rateBps: number | null
  says: string
}

const nothingBefore: Standing = { soldInMonth: 0, earnedOfCustomer: 0, earnedInMonth: 0 }

/**
 * What a conversion earns, in minor units of its currency, and why: the link's or enrollment's own
 * reward, else the first rule that matches, else the campaign's reward. What decides decides
 * alone: when its duration is over, its cap used up or it has no reward in the currency, nothing
 * later is tried. Leads earn by a rule with a flat reward or not at all, also where a link or
 * enrollment has terms of its own, since those speak of payments. Throws
 * RangeError for a zone or currency that is none.
 */
export function earn(
  terms: Terms,
  facts: Facts,
  zone: string,
  standing: Standing = nothingBefore
): Outcome {
  const { decider } = decide(terms, facts)
  if (!decider) return { amount: 0, because: 'no rule for leads matches' }

  const refused = (because: string) =>
    ({ amount: 0, because: decider.refusedBy + because }) as const
  const outside = outsideDuration(decider.duration, facts, zone)
  if (outside) return refused(outside)

  const { name: month } = monthOf(facts.occurredAt, zone)
  const promised = promisedBy(decider.reward, facts, standing, month)
  if (typeof promised === 'string') return refused(promised)

  const { currency } = facts
  const cut = cutBy(decider.caps, promised.amount, standing, { currency, month })
  if (cut?.amount === 0) return refused(cut.because)

  return {
    amount: cut?.amount ?? promised.amount,
    currency,
    rateBps: promised.rateBps,
    ruleId: decider.ruleId,
    because: decider.paidBy + promised.says + (cut ? `, ${cut.because}` : ''),
  }
}

/** Who decides a conversion, and the rules that were tried until then; none for a lead that no rule is for. */
export function decide(terms: Terms, facts: Facts): { decider: Decider | null; tried: Tried[] } {
  const isLead = facts.event === 'lead'
  const asksRules = terms.source === 'campaign' || isLead
  const tried = asksRules ? tryInOrder(terms.rules, facts) : []
  const last = tried.at(-1)
  if (last?.whyNot === null) return { decider: deciderOfRule(last.rule, terms.duration), tried }
  if (isLead) return { decider: null, tried }

  const { reward, caps, duration, source } = terms
  const paidBy = `${owners[source]} `
  return { decider: { ruleId: null, reward, caps, duration, paidBy, refusedBy: '' }, tried }
}

const owners: Record<Terms['source'], string> = {
  link: "the link's own",
  enrollment: "the affiliate's own",
  campaign: "the campaign's",
}

/** Up to the first that matches. */
function tryInOrder(rules: Rule[], facts: Facts): Tried[] {
  const tried: Tried[] = []
  for (const rule of rules.toSorted((one, other) => one.position - other.position)) {
    tried.push({ rule, whyNot: whyNot(rule, facts) })
    if (tried.at(-1)!.whyNot === null) break
  }
  return tried
}

function deciderOfRule(rule: Rule, duration: Duration): Decider {
  return {
    ruleId: rule.id,
    reward: rule.reward,
    caps: rule.caps,
    duration: rule.duration ?? duration,
    paidBy: `rule ${rule.position}: ${describeSubject(rule)}, `,
    refusedBy: `rule ${rule.position}: `,
  }
}

/** What the reward comes to, or the half-sentence of why that is nothing. */
function promisedBy(
  reward: Reward,
  facts: Facts,
  { soldInMonth }: Standing,
  month: string
): Promised | string {
  const { currency, amount: sold } = facts
  if (reward.type === 'flat') {
    const amount = reward.amounts[currency]
    if (!amount) return `no flat reward in ${currency}`
    return { amount, rateBps: null, says: `flat ${formatMoney(amount, currency)}` }
  }

  if (facts.event === 'lead') return 'a lead has no amount to take a percentage of'
  const rate = rateReached(reward, soldInMonth, currency)
  const share = `${describeRate(rate.rateBps)} of ${formatMoney(sold, currency)}`
  const amount = percentOf(sold, rate.rateBps)
  if (amount === 0) return `${share} rounds to nothing`
  return {
    amount,
    rateBps: rate.rateBps,
    says: share + tierInWords(rate, facts, soldInMonth, month),
  }
}

function tierInWords({ tier }: Rate, { currency }: Facts, soldInMonth: number, month: string) {
  if (!tier) return ''
  const from = formatMoney(tier.from[currency], currency)
  return ` (the tier from ${from} a month, reached with ${formatMoney(soldInMonth, currency)} in ${month})`
}
