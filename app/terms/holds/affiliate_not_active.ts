import type { HoldFacts } from '#terms/holds/facts'

/** Whether the affiliate, or their enrollment in the campaign, was in any state but active. */
export function affiliateNotActive({ affiliateState, enrollmentState }: HoldFacts): boolean {
  return affiliateState !== 'active' || enrollmentState !== 'active'
}
