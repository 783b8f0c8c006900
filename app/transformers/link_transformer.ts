import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { stamps } from '#transformers/stamps'
import { caps, ownTermsShapes } from '#transformers/terms'
import type Link from '#models/link'

export default class LinkTransformer extends BaseTransformer<Link> {
  static shape = shapes.row('link', {
    affiliate_id: shapes.idOf('aff'),
    campaign_id: shapes.idOf('camp'),
    ref_param: shapes.text(),
    number: shapes.whole({ description: 'Counts up in the account.' }),
    destination_url: shapes.nullable(shapes.text()),
    domain_id: { type: 'null' },
    name: shapes.nullable(shapes.text()),
    ...ownTermsShapes,
    url: shapes.text(),
    clicks: shapes.whole(),
  })

  toObject() {
    const row = this.resource
    return {
      id: row.id,
      affiliate_id: row.affiliateId,
      campaign_id: row.campaignId,
      ref_param: row.refParam,
      number: row.number,
      destination_url: row.destinationUrl,
      domain_id: null,
      name: row.name,
      reward: row.reward,
      ...caps(row),
      duration: row.duration,
      url: row.url,
      clicks: Number(row.$extras.clicks ?? 0),
      ...stamps(row),
    }
  }
}
