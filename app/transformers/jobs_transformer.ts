import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { iso } from '#transformers/stamps'
import type { Failure, Inspection, ScheduleState } from '#queue/inspect'

const lastRun = shapes.object(
  {
    started_at: shapes.instant(),
    duration_ms: shapes.whole(),
    outcome: shapes.oneOf(['completed', 'failed']),
  },
  { reason: shapes.text() }
)

/** What the workers do. Queues and failures are known only while Redis answers. */
export default class JobsTransformer extends BaseTransformer<Inspection> {
  static shape = shapes.object(
    {
      away: shapes.flag(),
      worker: shapes.nullable(
        shapes.object({
          beat_at: shapes.instant(),
          pid: shapes.whole(),
          host: shapes.text(),
          started_at: shapes.instant(),
        })
      ),
      schedules: shapes.list(
        shapes.object({
          job: shapes.text(),
          queue: shapes.text(),
          cron: shapes.text(),
          says: shapes.text(),
          next_at: shapes.nullable(shapes.instant()),
          last: shapes.nullable(lastRun),
        })
      ),
    },
    {
      reason: shapes.text(),
      queues: shapes.list(
        shapes.object({
          name: shapes.text(),
          waiting: shapes.whole(),
          active: shapes.whole(),
          delayed: shapes.whole(),
          failed: shapes.whole(),
          completed: shapes.whole(),
        })
      ),
      failures: shapes.list(
        shapes.object({
          id: shapes.text(),
          job: shapes.text(),
          queue: shapes.text(),
          reason: shapes.text(),
          attempts: shapes.whole(),
          ids: shapes.object({}),
          failed_at: shapes.instant(),
        })
      ),
    }
  )

  toObject() {
    const { worker, schedules, ...seen } = this.resource
    return {
      away: seen.away,
      worker: worker && { beat_at: iso(worker.beatAt), ...worker.data },
      schedules: schedules.map(scheduleObject),
      ...(seen.away
        ? { reason: seen.reason }
        : { queues: seen.queues, failures: seen.failures.map(failureObject) }),
    }
  }
}

function scheduleObject({ next, last, ...schedule }: ScheduleState) {
  return { ...schedule, next_at: iso(next), last }
}

function failureObject({ failedAt, ...failure }: Failure) {
  return { ...failure, failed_at: iso(failedAt) }
}
