import { methodTakes } from '#payouts/methods/index'
import { minimumFor } from '#payouts/minimum'
import type Affiliate from '#models/affiliate'
import type Workspace from '#models/workspace'
import type { LeftOutReason } from '#models/types'

/** Why a run would not pay this amount to this affiliate, whose payout method is loaded; null when it would. */
export function whyLeftOut(
  run: { currency: string },
  affiliate: Affiliate,
  workspace: Workspace,
  amount: number
): LeftOutReason | null {
  if (affiliate.state !== 'active') return 'affiliate_not_active'
  if (amount <= 0) return 'not_above_zero'
  if (amount < minimumFor(affiliate, workspace, run.currency)) return 'below_minimum'
  if (!methodTakes(affiliate.payoutMethod ?? null, run.currency)) return 'method_refuses_currency'
  return null
}
