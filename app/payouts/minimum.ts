import type { Amounts } from '#models/types'

interface WithMinimums {
  payoutMinimums: Amounts
}

/** What a payout in a currency must reach, in minor units: the affiliate's own minimum, else the workspace's. */
export function minimumFor(
  affiliate: WithMinimums,
  workspace: WithMinimums,
  currency: string
): number {
  return affiliate.payoutMinimums[currency] ?? workspace.payoutMinimums[currency] ?? 0
}
