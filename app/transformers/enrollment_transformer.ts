import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { stamps } from '#transformers/stamps'
import { caps, ownTermsShapes } from '#transformers/terms'
import type Enrollment from '#models/enrollment'

export default class EnrollmentTransformer extends BaseTransformer<Enrollment> {
  static shape = shapes.row('enr', {
    affiliate_id: shapes.idOf('aff'),
    campaign_id: shapes.idOf('camp'),
    state: shapes.oneOf(['pending', 'active', 'rejected', 'ended']),
    ...ownTermsShapes,
  })

  toObject() {
    const row = this.resource
    return {
      id: row.id,
      affiliate_id: row.affiliateId,
      campaign_id: row.campaignId,
      state: row.state,
      reward: row.reward,
      ...caps(row),
      duration: row.duration,
      ...stamps(row),
    }
  }
}
