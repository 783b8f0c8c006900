import { batch } from '#controllers/track_batches_controller'
import { controllers } from '#generated/controllers'
import { resource } from '#http/resource'
import * as shapes from '#openapi/shape'
import ClickTransformer from '#transformers/click_transformer'
import CommissionTransformer from '#transformers/commission_transformer'
import ConversionTransformer from '#transformers/conversion_transformer'
import ReferralTransformer from '#transformers/referral_transformer'
import RefundTransformer from '#transformers/refund_transformer'
import * as tracking from '#validators/tracking'

const trackAnswer = shapes.object({
  conversion: ConversionTransformer.shape,
  referral: shapes.nullable(ReferralTransformer.shape),
  commissions: shapes.list(CommissionTransformer.shape),
  attributed: shapes.flag(),
  explanation: shapes.text(),
})

/** The calls of the merchant's own server. */
export const trackingResources = [
  resource('track/click', controllers.TrackClicks, null, {
    store: {
      may: 'v1.track.write',
      says: 'Track a click',
      takes: tracking.trackedClick,
      only: 'api',
      gives: shapes.object({ click: ClickTransformer.shape, visitor_id: shapes.text() }),
    },
  }),
  resource('track/lead', controllers.TrackLeads, null, {
    store: {
      may: 'v1.track.write',
      says: 'Track a lead',
      takes: tracking.trackedLead,
      only: 'api',
      statuses: [200, 201, 202],
      gives: trackAnswer,
    },
  }),
  resource('track/sale', controllers.TrackSales, null, {
    store: {
      may: 'v1.track.write',
      says: 'Track a sale or renewal',
      takes: tracking.trackedSale,
      only: 'api',
      statuses: [200, 201, 202],
      gives: trackAnswer,
    },
  }),
  resource('track/refund', controllers.TrackRefunds, null, {
    store: {
      may: 'v1.track.write',
      says: 'Track a refund or chargeback',
      takes: tracking.trackedRefund,
      only: 'api',
      statuses: [200, 201, 202],
      gives: shapes.object({ refund: RefundTransformer.shape }),
    },
  }),
  resource('track/batch', controllers.TrackBatches, null, {
    store: {
      may: 'v1.track.write',
      says: 'Track up to 1,000 events',
      takes: batch,
      items: true,
      only: 'api',
      status: 200,
      gives: shapes.object({ data: shapes.list(shapes.anything()) }),
    },
  }),
]
