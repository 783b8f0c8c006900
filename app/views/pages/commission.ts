import { familyOf, targetOf } from '#ledger/settle'
import Commission from '#models/commission'
import { sum } from '#money/arithmetic'
import { holds, type HoldCode } from '#terms/holds/index'
import { chosenIds, chosenPage } from '#views/pages/chosen'
import { campaignFilter, linkedFilters, wordsFilter } from '#views/pages/filters'
import { timelineOf } from '#views/pages/timeline'
import type { CommissionState } from '#models/types'
import type Workspace from '#models/workspace'
import type { HttpContext } from '@adonisjs/core/http'

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
    settledBy: original.heldReasons.map(({ code }) => holds[code as HoldCode]?.settledBy),
    locked: family.some(({ state }) => state === 'processing' || state === 'paid'),
  }
}

/** The commissions that were chosen from the list, each with what its family comes to. */
export async function chosenCommissions(ctx: HttpContext, states: readonly CommissionState[]) {
  const ids = chosenIds(ctx)
  const of = ctx.workspace.related('commissions')
  const originals = await of.query().whereIn('id', ids).whereNull('reversal_of')
  const reversals = await of.query().whereIn('reversal_of', ids).whereNot('state', 'voided')
  const families = originals.map((original) => {
    const rows = [original, ...reversals.filter(({ reversalOf }) => reversalOf === original.id)]
    const { id, state, affiliateId, currency } = original
    return { id, state, affiliateId, currency, amount: sum(rows.map(({ amount }) => amount)) }
  })
  return chosenPage(ctx, families, states, '/commissions')
}
