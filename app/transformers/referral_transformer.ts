import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { iso, stamps } from '#transformers/stamps'
import { customerOf, customerShape } from '#transformers/customer'
import type { Plain } from '#core/plain'
import type Referral from '#models/referral'

export default class ReferralTransformer extends BaseTransformer<Plain<Referral>> {
  static shape = shapes.row('ref', {
    affiliate_id: shapes.idOf('aff'),
    campaign_id: shapes.idOf('camp'),
    link_id: shapes.nullable(shapes.idOf('link')),
    click_id: shapes.nullable(shapes.idOf('clk')),
    coupon_id: shapes.nullable(shapes.idOf('coup')),
    customer: customerShape,
    state: shapes.oneOf(['lead', 'customer', 'denied', 'expired']),
    attributed_by: shapes.text(),
    explanation: shapes.text(),
    forgotten_at: shapes.nullable(shapes.instant()),
  })

  toObject() {
    const row = this.resource
    return {
      id: row.id,
      affiliate_id: row.affiliateId,
      campaign_id: row.campaignId,
      link_id: row.linkId,
      click_id: row.clickId,
      coupon_id: row.couponId,
      customer: customerOf(row),
      state: row.state,
      attributed_by: row.attributedBy,
      explanation: row.explanation,
      forgotten_at: iso(row.forgottenAt),
      ...stamps(row),
    }
  }
}
