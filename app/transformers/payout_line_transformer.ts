import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { iso, stamps } from '#transformers/stamps'
import type PayoutLine from '#models/payout_line'

export default class PayoutLineTransformer extends BaseTransformer<PayoutLine> {
  static shape = shapes.row('line', {
    payout_id: shapes.idOf('po'),
    commission_id: shapes.idOf('com'),
    amount: shapes.money(),
    currency: shapes.currency(),
    released_at: shapes.nullable(shapes.instant()),
  })

  toObject() {
    const row = this.resource
    return {
      id: row.id,
      payout_id: row.payoutId,
      commission_id: row.commissionId,
      amount: row.amount,
      currency: row.currency,
      released_at: iso(row.releasedAt),
      ...stamps(row),
    }
  }
}
