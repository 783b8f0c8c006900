import { timelineOf } from '#views/pages/timeline'
import { withClicks } from '#tracking/clicks_of_links'
import Commission from '#models/commission'
import Payout from '#models/payout'
import type Affiliate from '#models/affiliate'

const SHOWN = 20

/** What an affiliate's page shows beside them. */
export async function affiliatePage(affiliate: Affiliate) {
  const of = { affiliate_id: affiliate.id }
  await affiliate.load('payoutMethod')
  return {
    balances: await affiliate.balances(),
    links: await withClicks(affiliate.related('links').query().preload('campaign')).orderBy(
      'id',
      'desc'
    ),
    enrollments: await affiliate.related('enrollments').query().preload('campaign').orderBy('id'),
    commissions: await Commission.query().where(of).orderBy('id', 'desc').limit(SHOWN),
    payouts: await Payout.query().where(of).orderBy('id', 'desc').limit(SHOWN),
    timeline: await timelineOf(affiliate.id),
  }
}
