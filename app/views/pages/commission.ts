import { familyOf, targetOf } from '#ledger/settle'
import Commission from '#models/commission'
import { sum } from '#money/arithmetic'
import { campaignFilter, linkedFilters, wordsFilter } from '#views/pages/filters'
import { timelineOf } from '#views/pages/timeline'
import type Workspace from '#models/workspace'

const kinds = ['sale', 'renewal', 'lead', 'bonus', 'adjustment', 'reversal', 'referral_share']

/** What the list of commissions can be filtered by. */
export async function commissionsPage(workspace: Workspace, asked: Record<string, unknown>) {
  return {
    filters: [
      await campaignFilter(workspace),
      wordsFilter('kind', 'Kind', kinds),
      ...(await linkedFilters(workspace, asked, {
        affiliate_id: 'Affiliate',
        conversion_id: 'Conversion',
        payout_id: 'Payout',
        currency: 'Currency',
      })),
    ],
  }
}

/** A commission with its family: the original and what was taken back. */
export async function commissionPage(commission: Commission) {
  await commission.load((load) =>
    load.load('affiliate').load('campaign').load('conversion').load('payout')
  )
  return { ...(await familyPage(commission)), timeline: await timelineOf(commission.id) }
}

/** The family, what it sums to, and what a person could void of it. */
export async function familyPage(commission: Commission) {
  const original = commission.reversalOf
    ? await Commission.findOrFail(commission.reversalOf)
    : commission
  const family = await familyOf(original)
  const standing = family.filter(({ state }) => state !== 'voided')
  return {
    original,
    family,
    target: await targetOf(original),
    standing,
    standingAmount: sum(standing.map(({ amount }) => amount)),
    locked: family.some(({ state }) => state === 'processing' || state === 'paid'),
  }
}
