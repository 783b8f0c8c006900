import { DateTime } from 'luxon'
import { uncapped } from '#terms/caps'
import type { Facts, Rule, Terms } from '#terms/types'

/** An instant in UTC. */
export function on(iso: string): DateTime {
  return DateTime.fromISO(iso, { zone: 'utc' })
}

/** A new customer's first sale of $99.00, with what a test says differently. */
export function facts(differently: Partial<Facts> = {}): Facts {
  return {
    event: 'sale',
    amount: 9_900,
    currency: 'USD',
    product: null,
    plan: null,
    country: null,
    couponCode: null,
    affiliateTags: [],
    nthPayment: 1,
    newCustomer: true,
    occurredAt: on('2026-03-02T10:00:00Z'),
    firstPaymentAt: null,
    ...differently,
  }
}

/** Rule 1: 30% of all sales. */
export function rule(differently: Partial<Rule> = {}): Rule {
  return {
    id: 'rule_1',
    position: 1,
    event: 'sale',
    reward: { type: 'percent', rate_bps: 3_000 },
    all: [],
    any: [],
    duration: null,
    caps: uncapped,
    ...differently,
  }
}

/** The campaign's 20%, for life, without rules. */
export function terms(differently: Partial<Terms> = {}): Terms {
  return {
    source: 'campaign',
    reward: { type: 'percent', rate_bps: 2_000 },
    duration: { type: 'lifetime' },
    caps: uncapped,
    rules: [],
    ...differently,
  }
}
