import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { iso, stamps } from '#transformers/stamps'
import { customerOf, customerShape } from '#transformers/customer'
import type { Plain } from '#core/plain'
import type Conversion from '#models/conversion'

export default class ConversionTransformer extends BaseTransformer<Plain<Conversion>> {
  static shape = shapes.row('conv', {
    external_id: shapes.text(),
    kind: shapes.oneOf(['lead', 'sale', 'renewal']),
    source: shapes.oneOf(['api', 'browser', 'stripe', 'postback']),
    referral_id: shapes.nullable(shapes.idOf('ref')),
    affiliate_id: shapes.nullable(shapes.idOf('aff')),
    campaign_id: shapes.nullable(shapes.idOf('camp')),
    amount: shapes.money(),
    refunded_amount: shapes.money(),
    currency: shapes.nullable(shapes.currency()),
    product: shapes.nullable(shapes.text()),
    plan: shapes.nullable(shapes.text()),
    subscription_id: shapes.nullable(shapes.text()),
    customer: customerShape,
    occurred_at: shapes.instant(),
    attributed: shapes.flag(),
    explanation: shapes.text(),
    forgotten_at: shapes.nullable(shapes.instant()),
  })

  toObject() {
    const row = this.resource
    return {
      id: row.id,
      external_id: row.externalId,
      kind: row.kind,
      source: row.source,
      referral_id: row.referralId,
      affiliate_id: row.affiliateId,
      campaign_id: row.campaignId,
      amount: row.amount,
      refunded_amount: row.refundedAmount,
      currency: row.currency,
      product: row.product,
      plan: row.plan,
      subscription_id: row.subscriptionId,
      customer: customerOf(row),
      occurred_at: iso(row.occurredAt),
      attributed: row.affiliateId !== null,
      explanation: row.explanation,
      forgotten_at: iso(row.forgottenAt),
      ...stamps(row),
    }
  }
}
