import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { iso, stamps } from '#transformers/stamps'
import type Approval from '#models/approval'
import type PayoutRun from '#models/payout_run'

export default class PayoutRunTransformer extends BaseTransformer<PayoutRun> {
  static shape = shapes.row('run', {
    cutoff: shapes.instant(),
    currency: shapes.currency(),
    state: shapes.oneOf([
      'draft',
      'awaiting_approval',
      'approved',
      'processing',
      'completed',
      'partly_failed',
      'canceled',
    ]),
    trigger: shapes.oneOf(['schedule', 'hand']),
    payouts_count: shapes.whole(),
    amount: shapes.money(),
    approvals: shapes.list(
      shapes.object({
        user_id: shapes.nullable(shapes.text()),
        api_key_id: shapes.nullable(shapes.text()),
        at: shapes.instant(),
      })
    ),
    approvals_required: shapes.whole(),
    left_out_count: shapes.whole(),
    progress: shapes.nullable(shapes.text()),
    approved_at: shapes.nullable(shapes.instant()),
    completed_at: shapes.nullable(shapes.instant()),
    cancel_reason: shapes.nullable(shapes.text()),
  })

  toObject() {
    const row = this.resource
    return {
      id: row.id,
      cutoff: iso(row.cutoff),
      currency: row.currency,
      state: row.state,
      trigger: row.trigger,
      payouts_count: row.payoutsCount,
      amount: row.amount,
      approvals: (row.approvals ?? []).map(approval),
      approvals_required: row.approvalsRequired,
      left_out_count: row.leftOutCount,
      progress: row.progressStep,
      approved_at: iso(row.approvedAt),
      completed_at: iso(row.completedAt),
      cancel_reason: row.cancelReason,
      ...stamps(row),
    }
  }
}

function approval({ userId, apiKeyId, createdAt }: Approval) {
  return { user_id: userId, api_key_id: apiKeyId, at: iso(createdAt) }
}
