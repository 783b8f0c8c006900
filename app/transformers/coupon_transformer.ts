import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { stamps } from '#transformers/stamps'
import type Coupon from '#models/coupon'

export default class CouponTransformer extends BaseTransformer<Coupon> {
  static shape = shapes.row('coup', {
    affiliate_id: shapes.idOf('aff'),
    campaign_id: shapes.idOf('camp'),
    code: shapes.text(),
  })

  toObject() {
    const row = this.resource
    return {
      id: row.id,
      affiliate_id: row.affiliateId,
      campaign_id: row.campaignId,
      code: row.code,
      ...stamps(row),
    }
  }
}
