import { currenciesOf } from '#views/pages/amounts'
import type { Amounts, Duration, Reward } from '#models/types'
import type { Tier } from '#terms/types'
import type Workspace from '#models/workspace'

/** A row that has terms: of a campaign, rule, link or enrollment. */
interface TermsRow {
  reward: Reward | null
  capPerCommission: Amounts | null
  capPerCustomer: Amounts | null
  capPerMonth: Amounts | null
  duration: Duration | null
}

const EMPTY_TIERS = 2
const MOST_TIERS = 20

/** What the fields of terms offer and hold. `more` are other amounts that the form asks for. */
export function termsForm(workspace: Workspace, row?: TermsRow, more?: Amounts | null) {
  const { reward, capPerCommission, capPerCustomer, capPerMonth } = row ?? {}
  const tiers = (reward?.type === 'percent' && reward.tiers) || []
  const amounts = [
    ...(reward?.type === 'flat' ? [reward.amounts] : []),
    ...tiers.map(({ from }) => from),
    ...[capPerCommission, capPerCustomer, capPerMonth, more],
  ]
  return {
    reward,
    tiers: withEmptyTiers(tiers),
    duration: row?.duration ?? { type: '' },
    caps: {
      cap_per_commission: capPerCommission,
      cap_per_customer: capPerCustomer,
      cap_per_month: capPerMonth,
    },
    currencies: currenciesOf(workspace, ...amounts),
  }
}

/** Those there are, and some that are empty. */
function withEmptyTiers(tiers: Tier[]): Partial<Tier>[] {
  const wanted = Math.min(MOST_TIERS, tiers.length + EMPTY_TIERS)
  return Array.from({ length: wanted }, (_, index) => tiers[index] ?? {})
}
