import db from '@adonisjs/lucid/services/db'
import Payout from '#models/payout'
import Referral from '#models/referral'
import { minorUnits } from '#money/arithmetic'
import { formatMoney } from '#money/format'
import { rowsOfCustomer } from '#privacy/forget_customer'
import { countOf } from '#views/count_of'
import { number } from '#views/words'
import type Affiliate from '#models/affiliate'
import type Conversion from '#models/conversion'

/** What forgetting a customer touches, and what of it stays. */
export async function customerForgettingPage(row: Referral | Conversion) {
  const { referrals, conversions } = await rowsOfCustomer(row)
  const ids = conversions.map(({ id }) => id)
  return {
    row,
    at: `/${row instanceof Referral ? 'referrals' : 'conversions'}/${row.id}`,
    customer: row.customerName ?? row.customerEmail ?? row.customerExternalId,
    figures: [
      { label: 'Referrals', value: number(referrals.length) },
      { label: 'Conversions', value: number(conversions.length) },
      ...(await earnedOf(ids)).map((value) => ({ label: 'What they earned stays', value })),
    ],
  }
}

/** What forgetting an affiliate touches. */
export async function affiliateForgettingPage(affiliate: Affiliate) {
  const balances = await affiliate.balances()
  const payouts = await countOf(Payout.query().where('affiliate_id', affiliate.id))
  return {
    affiliate,
    owed: balances.flatMap(({ currency, held, pending, due, processing }) =>
      [held, pending, due, processing]
        .filter((amount) => amount !== 0)
        .map((amount) => formatMoney(amount, currency))
    ),
    figures: [
      { label: 'Payouts that stay', value: number(payouts) },
      ...balances
        .filter(({ paid }) => paid !== 0)
        .map(({ paid, currency }) => ({
          label: 'Paid to them',
          value: formatMoney(paid, currency),
        })),
    ],
  }
}

/** What these conversions earned affiliates, per currency, as text. */
async function earnedOf(conversionIds: string[]): Promise<string[]> {
  const rows: { currency: string; total: number }[] = await db
    .from('commissions')
    .whereIn('conversion_id', conversionIds)
    .whereNot('state', 'voided')
    .groupBy('currency')
    .select('currency')
    .sum('amount as total')
    .orderBy('currency')
  return rows.map(({ currency, total }) => formatMoney(minorUnits(total), currency))
}
