import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { stamps } from '#transformers/stamps'
import type Enrollment from '#models/enrollment'

export default class EnrollmentTransformer extends BaseTransformer<Enrollment> {
  static shape = shapes.row('enr', {
    affiliate_id: shapes.idOf('aff'),
    campaign_id: shapes.idOf('camp'),
    state: shapes.oneOf(['pending', 'active', 'rejected', 'ended']),
    reward: shapes.nullable(shapes.anything()),
    duration: shapes.nullable(shapes.anything()),
  })

  toObject() {
    const row = this.resource
    return {
      id: row.id,
      affiliate_id: row.affiliateId,
      campaign_id: row.campaignId,
      state: row.state,
      reward: row.reward,
      duration: row.duration,
      ...stamps(row),
    }
  }
}
