import type { HoldFacts } from '#terms/holds/facts'

/** Whether the conversion is of more than its campaign's limit, which is per currency or none. */
export function aboveLimit({ amount, currency, holdAbove }: HoldFacts): boolean {
  const limit = holdAbove[currency]
  return limit !== undefined && amount > limit
}
