import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { iso } from '#transformers/stamps'
import type Click from '#models/click'

export default class ClickTransformer extends BaseTransformer<Click> {
  static shape = shapes.object({
    id: shapes.idOf('clk'),
    link_id: shapes.idOf('link'),
    affiliate_id: shapes.idOf('aff'),
    campaign_id: shapes.idOf('camp'),
    visitor_id: shapes.text(),
    bot: shapes.flag(),
    mark: shapes.nullable(shapes.text()),
    country: shapes.nullable(shapes.text()),
    referrer: shapes.nullable(shapes.text()),
    landing_url: shapes.nullable(shapes.text()),
    created_at: shapes.instant(),
    updated_at: shapes.instant(),
  })

  toObject() {
    const row = this.resource
    return {
      id: row.id,
      link_id: row.linkId,
      affiliate_id: row.affiliateId,
      campaign_id: row.campaignId,
      visitor_id: row.visitorId,
      bot: row.bot,
      mark: row.mark,
      country: row.country,
      referrer: row.referrer,
      landing_url: row.landingUrl,
      created_at: iso(row.createdAt),
      updated_at: iso(row.createdAt),
    }
  }
}
