import { controllers } from '#generated/controllers'
import { listing } from '#http/listing'
import { deed, resource } from '#http/resource'
import * as shapes from '#openapi/shape'
import SourceEventTransformer, { sourceEventStates } from '#transformers/source_event_transformer'
import * as affiliate from '#validators/affiliate'
import { stripeSource } from '#validators/tracking'

const stripeShape = shapes.object({
  connected: shapes.flag(),
  endpoint: shapes.text(),
  event_types: shapes.list(shapes.text()),
  with_tax: shapes.flag(),
  test_mode: shapes.flag(),
})

const postback = { connected: shapes.flag(), endpoint: shapes.text() }

/** Systems that tell of conversions by themselves, and what they told. */
export const sourcesResources = [
  resource(
    'tracking',
    controllers.Tracking,
    null,
    { show: { may: 'v1.workspace.read', says: 'How sales come in', only: 'console' } },
    { singular: true }
  ),
  resource(
    'tracking/check',
    controllers.TrackingChecks,
    null,
    { show: { may: 'v1.workspace.read', says: 'What arrives now', only: 'console' } },
    { singular: true }
  ),
  resource(
    'sources/stripe',
    controllers.StripeSources,
    null,
    {
      show: { may: 'v1.workspace.read', says: 'What Stripe tells', gives: stripeShape },
      update: {
        may: 'v1.workspace.write',
        says: 'Connect Stripe, or change what it tells',
        method: 'PUT',
        takes: stripeSource,
        gives: stripeShape,
        status: 200,
      },
      destroy: { may: 'v1.workspace.write', says: 'Disconnect Stripe' },
    },
    { singular: true }
  ),
  resource(
    'sources/postback',
    controllers.PostbackSources,
    null,
    {
      show: {
        may: 'v1.workspace.read',
        says: 'Whether postbacks are taken',
        gives: shapes.object(postback),
      },
      store: {
        may: 'v1.workspace.write',
        says: 'Make a secret that signs postbacks',
        takes: affiliate.empty,
        gives: shapes.object({ ...postback, secret: shapes.nullable(shapes.text()) }),
      },
      destroy: { may: 'v1.workspace.write', says: 'Refuse postbacks' },
    },
    { singular: true }
  ),
  resource('source_events', controllers.SourceEvents, SourceEventTransformer, {
    index: {
      may: 'v1.conversions.read',
      says: 'What sources told',
      lists: listing({
        states: sourceEventStates,
        filters: ['source', 'type', 'object_id', 'payment_id'],
        search: ['external_id', 'type', 'object_id', 'payment_id'],
        sorts: ['occurred_at'],
      }),
    },
    show: { may: 'v1.conversions.read', says: 'One event of a source' },
  }),
  deed(
    'source_events/:source_event_id/replay',
    controllers.SourceEventReplays,
    SourceEventTransformer,
    {
      store: {
        may: 'v1.conversions.write',
        says: 'Look at an event of a source again',
        takes: affiliate.empty,
      },
    }
  ),
]
