import { percentOf } from '#money/arithmetic'
import { formatMoney } from '#money/format'
import { describeRate } from '#terms/describe'
import type { Facts, Outcome } from '#terms/types'

/**
 * What the referrer of the affiliate gets of a sale, on top of the affiliate's own commission: basis points of
 * the sale, rounded by itself. One level: whoever brought the referrer gets nothing.
 */
export function shareOf(rateBps: number, { amount, currency }: Facts): Outcome {
  const words = `${describeRate(rateBps)} of ${formatMoney(amount, currency)}`
  const share = percentOf(amount, rateBps)
  if (share === 0) return { amount: 0, because: `the share of ${words} rounds to nothing` }

  const because = `share for bringing this affiliate, ${words}`
  return { amount: share, currency, rateBps, ruleId: null, because }
}
