import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { stamps } from '#transformers/stamps'
import { caps, capShapes, conditionShape, durationShape, rewardShape } from '#transformers/terms'
import { describeRule } from '#terms/describe'
import type CommissionRule from '#models/commission_rule'

export default class CommissionRuleTransformer extends BaseTransformer<CommissionRule> {
  static shape = shapes.row('rule', {
    campaign_id: shapes.idOf('camp'),
    position: shapes.whole(),
    event: shapes.oneOf(['lead', 'sale', 'renewal']),
    reward: rewardShape,
    ...capShapes,
    all: shapes.list(conditionShape),
    any: shapes.list(conditionShape),
    duration: shapes.nullable(durationShape),
    sentence: shapes.text(),
    lock_version: shapes.whole(),
  })

  toObject() {
    const row = this.resource
    return {
      id: row.id,
      campaign_id: row.campaignId,
      position: row.position,
      event: row.event,
      reward: row.reward,
      ...caps(row),
      all: row.allConditions,
      any: row.anyConditions,
      duration: row.duration,
      sentence: describeRule(row.asTerms),
      lock_version: row.lockVersion,
      ...stamps(row),
    }
  }
}
