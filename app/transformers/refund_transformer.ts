import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { iso, stamps } from '#transformers/stamps'
import type Refund from '#models/refund'

export default class RefundTransformer extends BaseTransformer<Refund> {
  static shape = shapes.row('rfd', {
    conversion_id: shapes.nullable(shapes.idOf('conv')),
    conversion_external_id: shapes.text(),
    external_id: shapes.text(),
    kind: shapes.oneOf(['refund', 'chargeback']),
    amount: shapes.nullable(shapes.money()),
    currency: shapes.nullable(shapes.currency()),
    state: shapes.oneOf(['waiting', 'applied', 'undone', 'dropped']),
    cut: shapes.flag(),
    reason: shapes.nullable(shapes.text()),
    occurred_at: shapes.instant(),
  })

  toObject() {
    const row = this.resource
    return {
      id: row.id,
      conversion_id: row.conversionId,
      conversion_external_id: row.conversionExternalId,
      external_id: row.externalId,
      kind: row.kind,
      amount: row.amount,
      currency: row.currency,
      state: row.state,
      cut: row.cut,
      reason: row.reason,
      occurred_at: iso(row.occurredAt),
      ...stamps(row),
    }
  }
}
