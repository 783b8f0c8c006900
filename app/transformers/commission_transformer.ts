import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { iso, stamps } from '#transformers/stamps'
import type { Plain } from '#core/plain'
import type Commission from '#models/commission'

export default class CommissionTransformer extends BaseTransformer<Plain<Commission>> {
  static shape = shapes.row('com', {
    affiliate_id: shapes.idOf('aff'),
    campaign_id: shapes.nullable(shapes.idOf('camp')),
    conversion_id: shapes.nullable(shapes.idOf('conv')),
    referral_id: shapes.nullable(shapes.idOf('ref')),
    kind: shapes.oneOf([
      'lead',
      'sale',
      'renewal',
      'bonus',
      'adjustment',
      'reversal',
      'referral_share',
    ]),
    amount: shapes.money(),
    currency: shapes.currency(),
    rate_bps: shapes.nullable(shapes.whole()),
    rule_id: shapes.nullable(shapes.idOf('rule')),
    state: shapes.oneOf(['held', 'pending', 'due', 'processing', 'paid', 'voided']),
    held_reasons: shapes.list(shapes.object({ code: shapes.text(), sentence: shapes.text() })),
    due_at: shapes.nullable(shapes.instant()),
    paid_at: shapes.nullable(shapes.instant()),
    payout_id: shapes.nullable(shapes.idOf('po')),
    reversal_of: shapes.nullable(shapes.idOf('com')),
    void_reason: shapes.nullable(shapes.text()),
    explanation: shapes.text(),
  })

  toObject() {
    const row = this.resource
    return {
      id: row.id,
      affiliate_id: row.affiliateId,
      campaign_id: row.campaignId,
      conversion_id: row.conversionId,
      referral_id: row.referralId,
      kind: row.kind,
      amount: row.amount,
      currency: row.currency,
      rate_bps: row.rateBps,
      rule_id: row.ruleId,
      state: row.state,
      held_reasons: row.heldReasons,
      due_at: iso(row.dueAt),
      paid_at: iso(row.paidAt),
      payout_id: row.payoutId,
      reversal_of: row.reversalOf,
      void_reason: row.voidReason,
      explanation: row.explanation,
      ...stamps(row),
    }
  }
}
