import { BaseTransformer } from '@adonisjs/core/transformers'
import { methodKinds } from '#payouts/methods/index'
import * as shapes from '#openapi/shape'
import { iso, stamps } from '#transformers/stamps'
import type PayoutMethod from '#models/payout_method'

export default class PayoutMethodTransformer extends BaseTransformer<PayoutMethod> {
  static shape = shapes.row('pm', {
    affiliate_id: shapes.idOf('aff'),
    kind: shapes.oneOf(methodKinds),
    currency: shapes.nullable(shapes.currency()),
    masked: shapes.nullable(shapes.text()),
    changed_by_id: shapes.nullable(shapes.text()),
    changed_at: shapes.instant(),
    lock_version: shapes.whole(),
  })

  toObject() {
    const row = this.resource
    return {
      id: row.id,
      affiliate_id: row.affiliateId,
      kind: row.kind,
      currency: row.currency,
      masked: row.masked,
      changed_by_id: row.changedById,
      changed_at: iso(row.changedAt),
      lock_version: row.lockVersion,
      ...stamps(row),
    }
  }
}
