import { timelineOf } from '#views/pages/timeline'
import type Conversion from '#models/conversion'

export async function conversionPage(conversion: Conversion) {
  await conversion.load('affiliate')
  await conversion.load('campaign')
  await conversion.load('referral')
  return {
    commissions: await conversion.related('commissions').query().preload('affiliate').orderBy('id'),
    refunds: await conversion.related('refunds').query().orderBy('id'),
    timeline: await timelineOf(conversion.id),
  }
}
