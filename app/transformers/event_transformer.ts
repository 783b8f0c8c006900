import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { iso } from '#transformers/stamps'
import type Event from '#models/event'

export default class EventTransformer extends BaseTransformer<Event> {
  static shape = shapes.object({
    id: shapes.idOf('evt'),
    subject_id: shapes.text(),
    subject_seq: shapes.whole(),
    type: shapes.text(),
    actor_kind: shapes.text(),
    actor_id: shapes.text(),
    from: shapes.nullable(shapes.text()),
    to: shapes.nullable(shapes.text()),
    reason: shapes.nullable(shapes.text()),
    note: shapes.nullable(shapes.text()),
    data: shapes.anything(),
    created_at: shapes.instant(),
    updated_at: shapes.instant(),
  })

  toObject() {
    const row = this.resource
    return {
      id: row.id,
      subject_id: row.subjectId,
      subject_seq: row.subjectSeq,
      type: row.type,
      actor_kind: row.actorKind,
      actor_id: row.actorId,
      from: row.fromState,
      to: row.toState,
      reason: row.reason,
      note: row.note,
      data: row.data,
      created_at: iso(row.createdAt),
      updated_at: iso(row.createdAt),
    }
  }
}
