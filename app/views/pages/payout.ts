import { timelineOf } from '#views/pages/timeline'
import type Payout from '#models/payout'

export async function payoutPage(payout: Payout) {
  await payout.load((load) => load.load('affiliate').load('run'))
  return {
    lines: await payout.related('lines').query().preload('commission').orderBy('id').limit(500),
    timeline: await timelineOf(payout.id),
  }
}
