import { stateAtInstant } from '#core/history'
import type Affiliate from '#models/affiliate'
import type { HoldFacts } from '#terms/holds/hold'
import type { Bound } from '#tracking/weigh'

/**
 * Collects all that may hold what a conversion earns someone: its affiliate, or whoever brought them. `holdsOf` of
 * #terms decides.
 */
export async function holdFacts(bound: Bound, earner: Affiliate): Promise<HoldFacts> {
  const { workspace, conversion, campaign, past, sharers } = bound
  return {
    amount: conversion.amount,
    currency: conversion.currency ?? workspace.currency,
    customerEmail: conversion.customerEmail,
    affiliateEmail: earner.email,
    affiliateState: await stateAtInstant(earner, conversion.occurredAt),
    enrollmentState: await enrollmentState(bound, earner),
    holdAbove: campaign.holdAbove ?? {},
    limits: workspace.holdLimits,
    sharesAccount: sharers.has(earner.id),
    ...past,
  }
}

/** Whoever brought the affiliate needs to be in no campaign. */
async function enrollmentState({ affiliate, enrollment, conversion }: Bound, earner: Affiliate) {
  if (!enrollment || earner.id !== affiliate.id) return 'active'
  return stateAtInstant(enrollment, conversion.occurredAt)
}
