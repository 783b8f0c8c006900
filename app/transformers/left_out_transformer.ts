import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { stamps } from '#transformers/stamps'
import type LeftOut from '#models/left_out'

/** Whom a run leaves out, or would, of the currency of the run. */
export const leftOutShapes = {
  affiliate_id: shapes.idOf('aff'),
  amount: shapes.money(),
  reason: shapes.oneOf([
    'below_minimum',
    'not_above_zero',
    'affiliate_not_active',
    'excluded',
    'method_refuses_currency',
  ]),
}

export default class LeftOutTransformer extends BaseTransformer<LeftOut> {
  static shape = shapes.row('left', { ...leftOutShapes, currency: shapes.currency() })

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
