import JobsTransformer from '#transformers/jobs_transformer'
import { controllers } from '#generated/controllers'
import { listing } from '#http/listing'
import { resource } from '#http/resource'
import * as shapes from '#openapi/shape'
import EventTransformer from '#transformers/event_transformer'

/** What happened, and what the workers do. */
export const activityResources = [
  resource('events', controllers.Events, EventTransformer, {
    index: {
      may: 'v1.events.read',
      says: 'What happened',
      lists: listing({
        filters: ['type', 'subject_id', 'actor_id'],
        is: ['subject_id', 'actor_id'],
        unchanging: true,
      }),
    },
    show: { may: 'v1.events.read', says: 'One event', only: 'api' },
  }),
  resource('jobs', controllers.Jobs, null, {
    index: {
      may: 'v1.jobs.read',
      says: 'Queues, schedules and failures',
      gives: JobsTransformer.shape,
    },
  }),
  resource(
    'jobs/:job_id/retry',
    controllers.JobRetries,
    null,
    {
      store: {
        may: 'v1.jobs.write',
        says: 'Do a failed job again',
        gives: shapes.object({ ok: shapes.flag() }),
        status: 200,
      },
      destroy: { may: 'v1.jobs.write', says: 'Discard a failed job', status: 200 },
    },
    { singular: true }
  ),
]
