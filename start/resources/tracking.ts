import { batch } from '#controllers/track_batches_controller'
import { controllers } from '#generated/controllers'
import { resource, type Action } from '#http/resource'
import { schemaOf } from '#http/schema_of'
import { published } from '#openapi/published'
import * as shapes from '#openapi/shape'
import ClickTransformer from '#transformers/click_transformer'
import CommissionTransformer from '#transformers/commission_transformer'
import ConversionTransformer from '#transformers/conversion_transformer'
import ReferralTransformer from '#transformers/referral_transformer'
import RefundTransformer from '#transformers/refund_transformer'
import * as tracking from '#validators/tracking'

const answer = {
  conversion: ConversionTransformer.shape,
  referral: shapes.nullable(ReferralTransformer.shape),
  commissions: shapes.list(CommissionTransformer.shape),
  attributed: shapes.flag(),
  explanation: shapes.text(),
}

const trackAnswer = shapes.object(answer)

/** What a test would have become is answered alike, and kept by nobody. */
const saleAnswer = shapes.object(answer, { test: shapes.flag() })

const refundAnswer = shapes.object({ refund: RefundTransformer.shape })
const clickAnswer = shapes.object({ click: ClickTransformer.shape, visitor_id: shapes.text() })

/** What came of one event: its result as its own call would answer it, or why it was refused. */
const trackedEvent = shapes.object(
  { ok: shapes.flag(), status: shapes.whole() },
  {
    result: { anyOf: [saleAnswer, refundAnswer, clickAnswer] },
    error: { $ref: '#/components/schemas/Error' },
  }
)

/** An event is what its own call takes, and its type. */
const eventOf = (type: string, takes: Action['takes']) => {
  const { properties, required, ...shape } = published(schemaOf(takes!))
  return {
    ...shape,
    properties: { type: { type: 'string', enum: [type] }, ...(properties as object) },
    required: ['type', ...(required as string[])],
  }
}

const batchBody = shapes.object({
  events: {
    ...shapes.list(
      {
        oneOf: [
          eventOf('sale', tracking.trackedSale),
          eventOf('lead', tracking.trackedLead),
          eventOf('refund', tracking.trackedRefund),
          eventOf('click', tracking.trackedClick),
        ],
      },
      1_000
    ),
    minItems: 1,
  },
})

/** The calls of the merchant's own server. */
export const trackingResources = [
  resource('track/click', controllers.TrackClicks, null, {
    store: {
      may: 'v1.track.write',
      says: 'Track a click',
      takes: tracking.trackedClick,
      only: 'api',
      gives: clickAnswer,
    },
  }),
  resource('track/lead', controllers.TrackLeads, null, {
    store: {
      may: 'v1.track.write',
      says: 'Track a lead',
      takes: tracking.trackedLead,
      together: true,
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
      together: true,
      only: 'api',
      statuses: [200, 201, 202],
      gives: saleAnswer,
    },
  }),
  resource('track/refund', controllers.TrackRefunds, null, {
    store: {
      may: 'v1.track.write',
      says: 'Track a refund or chargeback',
      takes: tracking.trackedRefund,
      only: 'api',
      statuses: [200, 201, 202],
      gives: refundAnswer,
    },
  }),
  resource('track/batch', controllers.TrackBatches, null, {
    store: {
      may: 'v1.track.write',
      says: 'Track up to 1,000 events',
      takes: batch,
      body: batchBody,
      items: true,
      only: 'api',
      status: 200,
      gives: shapes.object({ data: shapes.list(trackedEvent, 1_000) }),
    },
  }),
]
