import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { iso, stamps } from '#transformers/stamps'
import { caps, capShapes, durationShape, rewardShape } from '#transformers/terms'
import type Campaign from '#models/campaign'

export default class CampaignTransformer extends BaseTransformer<Campaign> {
  static shape = shapes.row('camp', {
    name: shapes.text(),
    slug: shapes.text(),
    state: shapes.oneOf(['draft', 'active', 'paused', 'archived']),
    destination_url: shapes.text(),
    reward: rewardShape,
    ...capShapes,
    duration: durationShape,
    referral_share_bps: shapes.nullable(shapes.whole()),
    hold_days: shapes.whole(),
    cookie_days: shapes.nullable(shapes.whole()),
    hold_above: shapes.nullable(shapes.amounts()),
    starts_at: shapes.nullable(shapes.instant()),
    ends_at: shapes.nullable(shapes.instant()),
    lock_version: shapes.whole(),
  })

  toObject() {
    const row = this.resource
    return {
      id: row.id,
      name: row.name,
      slug: row.slug,
      state: row.state,
      destination_url: row.destinationUrl,
      reward: row.reward,
      ...caps(row),
      duration: row.duration,
      referral_share_bps: row.referralShareBps,
      hold_days: row.holdDays,
      cookie_days: row.cookieDays,
      hold_above: row.holdAbove,
      starts_at: iso(row.startsAt),
      ends_at: iso(row.endsAt),
      lock_version: row.lockVersion,
      ...stamps(row),
    }
  }
}
