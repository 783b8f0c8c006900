import * as shapes from '#openapi/shape'
import AffiliateTransformer from '#transformers/affiliate_transformer'
import CampaignTransformer from '#transformers/campaign_transformer'

/** What many lists can show inside their rows. */
export const affiliateExpand = { affiliate: AffiliateTransformer }
export const both = { ...affiliateExpand, campaign: CampaignTransformer }

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
