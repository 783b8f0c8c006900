import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { iso, stamps } from '#transformers/stamps'
import type SourceEvent from '#models/source_event'

export const sourceEventStates = ['received', 'waiting', 'applied', 'ignored', 'failed'] as const

export default class SourceEventTransformer extends BaseTransformer<SourceEvent> {
  static shape = shapes.row('sevt', {
    source: shapes.oneOf(['stripe']),
    external_id: shapes.text(),
    type: shapes.text(),
    object_id: shapes.nullable(shapes.text()),
    payment_id: shapes.nullable(shapes.text()),
    state: shapes.oneOf(sourceEventStates),
    reason: shapes.nullable(shapes.text()),
    occurred_at: shapes.instant(),
    processed_at: shapes.nullable(shapes.instant()),
  })

  toObject() {
    const row = this.resource
    return {
      id: row.id,
      source: row.source,
      external_id: row.externalId,
      type: row.type,
      object_id: row.objectId,
      payment_id: row.paymentId,
      state: row.state,
      reason: row.reason,
      occurred_at: iso(row.occurredAt),
      processed_at: iso(row.processedAt),
      ...stamps(row),
    }
  }
}
