import { aboveLimit } from '#terms/holds/above_limit'
import { affiliateNotActive } from '#terms/holds/affiliate_not_active'
import { browserLead } from '#terms/holds/browser_lead'
import { byHand } from '#terms/holds/by_hand'
import { customerOfAnother } from '#terms/holds/customer_of_another'
import { likelyDuplicate } from '#terms/holds/likely_duplicate'
import { manySalesOfVisitor } from '#terms/holds/many_sales_of_visitor'
import { samePayoutAccount } from '#terms/holds/same_payout_account'
import { selfReferral } from '#terms/holds/self_referral'
import type { Hold, HoldFacts } from '#terms/holds/hold'

/** By the code that is stored, in the order in which reasons are shown. */
export const holds = {
  self_referral: selfReferral,
  same_payout_account: samePayoutAccount,
  above_limit: aboveLimit,
  many_sales_of_visitor: manySalesOfVisitor,
  affiliate_not_active: affiliateNotActive,
  customer_of_another: customerOfAnother,
  likely_duplicate: likelyDuplicate,
  browser_lead: browserLead,
  by_hand: byHand,
} as const satisfies Record<string, Hold>

export type HoldCode = keyof typeof holds

/** Why a commission is held, as it is stored and as the API and the screens show it. */
export interface HoldReason {
  code: HoldCode
  sentence: string
}

/** Every reason to hold what this conversion earns; none when it may go on. */
export function holdsOf(facts: HoldFacts): HoldReason[] {
  const codes = Object.keys(holds) as HoldCode[]
  return codes.filter((code) => holds[code].holds(facts)).map(holdReason)
}

export function holdReason(code: HoldCode): HoldReason {
  return { code, sentence: holds[code].sentence }
}
