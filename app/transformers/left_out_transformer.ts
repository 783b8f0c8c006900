import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { stamps } from '#transformers/stamps'
import type LeftOut from '#models/left_out'

export default class LeftOutTransformer extends BaseTransformer<LeftOut> {
  static shape = shapes.row('left', {
    affiliate_id: shapes.idOf('aff'),
    amount: shapes.money(),
    currency: shapes.currency(),
    reason: shapes.oneOf([
      'below_minimum',
      'not_above_zero',
      'affiliate_not_active',
      'excluded',
      'method_refuses_currency',
    ]),
  })

  toObject() {
    const row = this.resource
    return {
      id: row.id,
      affiliate_id: row.affiliateId,
      amount: row.amount,
      currency: row.currency,
      reason: row.reason,
      ...stamps(row),
    }
  }
}
