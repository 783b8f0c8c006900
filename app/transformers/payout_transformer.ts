import { BaseTransformer } from '@adonisjs/core/transformers'
import { riskMarks } from '#payouts/marks'
import { methodKinds, ways } from '#payouts/methods/index'
import * as shapes from '#openapi/shape'
import { iso, stamps } from '#transformers/stamps'
import type Payout from '#models/payout'

export default class PayoutTransformer extends BaseTransformer<Payout> {
  static shape = shapes.row('po', {
    run_id: shapes.idOf('run'),
    affiliate_id: shapes.idOf('aff'),
    amount: shapes.money(),
    currency: shapes.currency(),
    method: shapes.oneOf(methodKinds),
    method_masked: shapes.nullable(shapes.text()),
    sent_through: shapes.nullable(shapes.oneOf(ways.map(({ name }) => name))),
    provider_status: shapes.nullable(shapes.text()),
    state: shapes.oneOf([
      'awaiting_approval',
      'approved',
      'processing',
      'paid',
      'returned',
      'canceled',
      'failed',
    ]),
    attention: shapes.nullable(shapes.text()),
    marks: shapes.list(shapes.oneOf(riskMarks)),
    reference: shapes.nullable(shapes.text()),
    failure_reason: shapes.nullable(shapes.text()),
    cancel_reason: shapes.nullable(shapes.text()),
    approved_at: shapes.nullable(shapes.instant()),
    paid_at: shapes.nullable(shapes.instant()),
    lines_count: shapes.whole(),
  })

  toObject() {
    const row = this.resource
    return {
      id: row.id,
      run_id: row.runId,
      affiliate_id: row.affiliateId,
      amount: row.amount,
      currency: row.currency,
      method: row.method,
      method_masked: row.methodMasked,
      sent_through: row.sentThrough,
      provider_status: row.providerStatus,
      state: row.state,
      attention: row.attention,
      marks: row.marks,
      reference: row.reference,
      failure_reason: row.failureReason,
      cancel_reason: row.cancelReason,
      approved_at: iso(row.approvedAt),
      paid_at: iso(row.paidAt),
      lines_count: Number(row.$extras.lines_count ?? 0),
      ...stamps(row),
    }
  }
}
