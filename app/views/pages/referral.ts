import Click from '#models/click'
import { timelineOf } from '#views/pages/timeline'
import type Referral from '#models/referral'

/** One customer's journey. */
export async function referralPage(referral: Referral) {
  await referral.load('affiliate')
  await referral.load('campaign')
  return {
    click: referral.clickId ? await Click.find(referral.clickId) : null,
    conversions: await referral.related('conversions').query().preload('commissions').orderBy('id'),
    timeline: await timelineOf(referral.id),
  }
}
