import * as shapes from '#openapi/shape'
import AffiliateTransformer from '#transformers/affiliate_transformer'
import CampaignTransformer from '#transformers/campaign_transformer'
import ClickTransformer from '#transformers/click_transformer'
import CommissionRuleTransformer from '#transformers/commission_rule_transformer'
import CommissionTransformer from '#transformers/commission_transformer'
import ConversionTransformer from '#transformers/conversion_transformer'
import CouponTransformer from '#transformers/coupon_transformer'
import LinkTransformer from '#transformers/link_transformer'
import PayoutRunTransformer from '#transformers/payout_run_transformer'
import PayoutTransformer from '#transformers/payout_transformer'
import ReferralTransformer from '#transformers/referral_transformer'
import type { Expansion } from '#http/expansion'

/** What lists can show inside their rows: the row that `x_id` names, as `x`. */
export const expands = {
  affiliate: { as: AffiliateTransformer, may: 'v1.affiliates.read' },
  campaign: { as: CampaignTransformer, may: 'v1.campaigns.read' },
  rule: { as: CommissionRuleTransformer, may: 'v1.campaigns.read' },
  link: { as: LinkTransformer, may: 'v1.links.read' },
  coupon: { as: CouponTransformer, may: 'v1.coupons.read' },
  click: { as: ClickTransformer, may: 'v1.clicks.read' },
  referral: { as: ReferralTransformer, may: 'v1.referrals.read' },
  conversion: { as: ConversionTransformer, may: 'v1.conversions.read' },
  commission: { as: CommissionTransformer, may: 'v1.commissions.read' },
  payout: { as: PayoutTransformer, may: 'v1.payouts.read' },
  run: { as: PayoutRunTransformer, may: 'v1.payouts.read' },
} as const satisfies Record<string, Expansion>

const { affiliate, campaign, link, coupon, click, referral, conversion, rule, payout } = expands

export const ofAffiliate = { affiliate }
export const both = { affiliate, campaign }
export const ofReferral = { ...both, link, click, coupon }
export const ofCommission = { ...both, conversion, referral, rule, payout }

/** Up to 100 rows, each in a transaction of its own. */
export const bulkAction = {
  items: true,
  status: 200,
  gives: shapes.object({
    data: shapes.list(
      shapes.object(
        { id: shapes.text(), ok: shapes.flag() },
        { code: shapes.text(), error: shapes.text() }
      )
    ),
  }),
} as const

/** An affiliate's balance, by currency. */
export function balances() {
  const money = ['held', 'pending', 'due', 'processing', 'paid', 'available', 'minimum']
  return shapes.object({
    data: shapes.list(
      shapes.object({
        currency: shapes.currency(),
        ...Object.fromEntries(money.map((name) => [name, shapes.money()])),
      })
    ),
  })
}
