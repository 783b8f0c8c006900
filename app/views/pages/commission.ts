import { familyOf, targetOf } from '#ledger/settle'
import Commission from '#models/commission'
import { timelineOf } from '#views/pages/timeline'

/** A commission with its family: the original and what was taken back. */
export async function commissionPage(commission: Commission) {
  await commission.load((load) =>
    load.load('affiliate').load('campaign').load('conversion').load('payout')
  )
  const original = commission.reversalOf
    ? await Commission.findOrFail(commission.reversalOf)
    : commission
  return {
    original,
    family: await familyOf(original),
    target: await targetOf(original),
    timeline: await timelineOf(commission.id),
  }
}
