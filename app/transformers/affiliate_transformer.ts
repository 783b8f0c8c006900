import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { iso, stamps } from '#transformers/stamps'
import type Affiliate from '#models/affiliate'

export default class AffiliateTransformer extends BaseTransformer<Affiliate> {
  static shape = shapes.row('aff', {
    name: shapes.nullable(shapes.text()),
    email: shapes.text(),
    state: shapes.oneOf(['invited', 'pending', 'active', 'rejected', 'suspended', 'archived']),
    company: shapes.nullable(shapes.text()),
    country: shapes.nullable(shapes.text()),
    tags: shapes.list(shapes.text()),
    metadata: shapes.anything(),
    referrer_id: shapes.nullable(shapes.idOf('aff')),
    payout_minimums: shapes.amounts(),
    forgotten_at: shapes.nullable(shapes.instant()),
    method_masked: shapes.nullable(shapes.text()),
  })

  toObject() {
    const row = this.resource
    return {
      id: row.id,
      name: row.name,
      email: row.email,
      state: row.state,
      company: row.company,
      country: row.country,
      tags: row.tags,
      metadata: row.metadata,
      referrer_id: row.referrerId,
      payout_minimums: row.payoutMinimums,
      forgotten_at: iso(row.forgottenAt),
      method_masked: row.payoutMethod?.masked ?? null,
      ...stamps(row),
    }
  }
}
