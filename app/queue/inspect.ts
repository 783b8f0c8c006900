import { DateTime } from 'luxon'
import { type Beat, lastBeats, type WorkerFacts } from '#queue/heartbeats'
import { lastRuns, type LastRun } from '#queue/last_run'
import { queue as main, type Queue } from '#queue/queue'
import { isSame } from '#queue/reconcile'
import { schedules as all } from '#queue/schedules'
import type { Job, JobInformation } from 'bull'
import type { QueueName } from '#config/queue'
import type { Schedule } from '#queue/job'

const FAILURES_SHOWN = 50

export interface QueueCounts {
  name: QueueName
  waiting: number
  active: number
  delayed: number
  failed: number
  completed: number
}

export interface ScheduleState {
  job: string
  queue: QueueName
  cron: string
  says: string
  next: DateTime | null
  last: LastRun | null
}

export interface Failure {
  /** For `retry` and `discard`. */
  id: string
  job: string
  queue: QueueName
  reason: string
  attempts: number
  /** Of the payload only what ends in `id`. */
  ids: Record<string, string>
  failedAt: DateTime
}

/** What the database knows is told also while Redis is away. */
export type Inspection = { worker: Beat<WorkerFacts> | null; schedules: ScheduleState[] } & (
  { away: true; reason: string } | { away: false; queues: QueueCounts[]; failures: Failure[] }
)

/** For the Jobs screen: queues, schedules and failures, the newest first; within a second. */
export async function inspect(
  queue: Queue = main,
  schedules: readonly Schedule[] = all
): Promise<Inspection> {
  const [asked, beats, last] = await Promise.all([
    queue.reach(() => Promise.all(queue.names.map((name) => look(queue, name)))),
    lastBeats<WorkerFacts>(['worker']),
    lastRuns(schedules.map(({ job }) => job)),
  ])
  const found = asked.away ? [] : asked.value.flatMap(({ repeatables }) => repeatables)
  const known = {
    worker: beats.get('worker') ?? null,
    schedules: schedules.map((schedule) => stateOf(schedule, found, last)),
  }
  if (asked.away) return { away: true, reason: asked.reason, ...known }

  const failures = asked.value.flatMap((seen) => seen.failures)
  failures.sort((a, b) => b.failedAt.toMillis() - a.failedAt.toMillis())
  return { away: false, ...known, queues: asked.value.map(({ counts }) => counts), failures }
}

async function look(queue: Queue, name: QueueName) {
  const bull = queue.bull(name)
  const [counts, failed, repeatables] = await Promise.all([
    bull.getJobCounts(),
    bull.getFailed(0, FAILURES_SHOWN - 1),
    bull.getRepeatableJobs(),
  ])
  const { waiting, active, delayed, failed: failing, completed } = counts
  return {
    counts: { name, waiting, active, delayed, failed: failing, completed },
    // A job that is removed meanwhile is null.
    failures: failed.filter((job) => job).map((job) => failureOf(name, job)),
    repeatables,
  }
}

function stateOf(
  schedule: Schedule,
  found: JobInformation[],
  last: Map<string, LastRun>
): ScheduleState {
  const { job, cron, says } = schedule
  const next = found.find((repeatable) => isSame(schedule, repeatable))?.next
  return {
    job: job.jobName,
    queue: job.queue,
    cron,
    says,
    next: next ? DateTime.fromMillis(next, { zone: 'utc' }) : null,
    last: last.get(job.jobName) ?? null,
  }
}

function failureOf(name: QueueName, job: Job): Failure {
  return {
    id: `${name}:${job.id}`,
    job: job.name,
    queue: name,
    reason: job.failedReason ?? 'unknown',
    attempts: job.attemptsMade,
    ids: idsOf(job.data),
    failedAt: DateTime.fromMillis(job.finishedOn ?? job.timestamp, { zone: 'utc' }),
  }
}

/** A payload can be anything that somebody put into Redis, null too. */
function idsOf(payload: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(payload ?? {}).filter(([key]) => /(^|_)id$/.test(key)))
}
