import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { iso, stamps } from '#transformers/stamps'
import type ReconciliationLine from '#models/reconciliation_line'

export const lineResults = [
  ...([
    'paid',
    'failed',
    'returned',
    'still_open',
    'already_so',
    'unknown_id',
    'other_run',
  ] as const),
  ...(['other_amount', 'other_currency', 'already_final', 'contradiction'] as const),
  ...(['unclear', 'unreadable'] as const),
]

export default class ReconciliationLineTransformer extends BaseTransformer<ReconciliationLine> {
  static shape = shapes.row('recl', {
    line: shapes.whole(),
    payout_id: shapes.text(),
    outcome: shapes.oneOf(['paid', 'failed', 'returned', 'open', 'unclear']),
    status: shapes.text(),
    reason: shapes.nullable(shapes.text()),
    reference: shapes.nullable(shapes.text()),
    amount: shapes.nullable(shapes.money()),
    currency: shapes.nullable(shapes.currency()),
    paid_at: shapes.nullable(shapes.instant()),
    result: shapes.nullable(shapes.oneOf(lineResults)),
  })

  toObject() {
    const row = this.resource
    return {
      id: row.id,
      line: row.line,
      payout_id: row.payoutId,
      outcome: row.outcome,
      status: row.status,
      reason: row.reason,
      reference: row.reference,
      amount: row.amount,
      currency: row.currency,
      paid_at: iso(row.paidAt),
      result: row.result,
      ...stamps(row),
    }
  }
}
