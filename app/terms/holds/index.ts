import { aboveLimit } from '#terms/holds/above_limit'
import { affiliateNotActive } from '#terms/holds/affiliate_not_active'
import type { HoldFacts } from '#terms/holds/facts'
import { holdReason, type HoldCode, type HoldReason } from '#terms/holds/reasons'
import { selfReferral } from '#terms/holds/self_referral'

/** In the order in which reasons are shown. */
const holds: [HoldCode, (facts: HoldFacts) => boolean][] = [
  ['self_referral', selfReferral],
  ['above_limit', aboveLimit],
  ['affiliate_not_active', affiliateNotActive],
]

/** Every reason to hold what this conversion earns; none when it may go on. */
export function holdsOf(facts: HoldFacts): HoldReason[] {
  return holds.filter(([, isHeld]) => isHeld(facts)).map(([code]) => holdReason(code))
}
