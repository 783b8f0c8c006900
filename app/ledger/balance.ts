import db from '@adonisjs/lucid/services/db'
import { minimumFor } from '#payouts/minimum'
import { minorUnits } from '#money/arithmetic'
import type Affiliate from '#models/affiliate'
import type { CommissionState } from '#models/types'

/** What one affiliate has in one currency, in minor units: the sum of the rows in each state. */
export interface Balance {
  currency: string
  held: number
  pending: number
  due: number
  processing: number
  paid: number
  /** Due and in no payout. */
  available: number
  /** What a payout in this currency must reach. */
  minimum: number
}

export async function balancesOf(affiliate: Affiliate): Promise<Balance[]> {
  await affiliate.loadOnce('workspace')
  const rows: { currency: string; state: CommissionState; free: number; total: number }[] = await db
    .from('commissions')
    .where('affiliate_id', affiliate.id)
    .whereNot('state', 'voided')
    .groupBy('currency', 'state')
    .select('currency', 'state')
    .sum('amount as total')
    .select(db.raw('sum(case when payout_id is null then amount else 0 end) as free'))
    .orderBy('currency')

  const balances = new Map<string, Balance>()
  for (const { currency, state, free, total } of rows) {
    const balance =
      balances.get(currency) ??
      empty(currency, minimumFor(affiliate, affiliate.workspace, currency))
    balances.set(currency, balance)
    if (state === 'voided') continue
    balance[state] += minorUnits(total)
    if (state === 'due') balance.available = minorUnits(free)
  }
  return [...balances.values()]
}

function empty(currency: string, minimum: number): Balance {
  return { currency, held: 0, pending: 0, due: 0, processing: 0, paid: 0, available: 0, minimum }
}
