import logger from '@adonisjs/core/services/logger'
import { clock } from '#core/clock'
import { beat, lastBeats } from '#queue/heartbeats'
import { messageOf } from '#queue/queue'
import type { JobClass } from '#queue/job'

/** How a scheduled job went when it last ran, as the heartbeats keep it: Redis may be wiped, this stays. */
export interface LastRun {
  started_at: string
  duration_ms: number
  outcome: 'completed' | 'failed'
  result?: unknown
  reason?: string
}

/** Runs the job and remembers how it went. */
export async function runAndRemember(Job: JobClass, payload: object) {
  const startedAt = clock.now()
  const began = performance.now()
  const remember = (end: Pick<LastRun, 'outcome' | 'result' | 'reason'>) =>
    keep(Job, {
      started_at: startedAt.toISO(),
      duration_ms: Math.round(performance.now() - began),
      ...end,
    })

  try {
    const result = await new Job().handle(payload)
    await remember({ outcome: 'completed', result: short(result) })
    return result
  } catch (error) {
    await remember({ outcome: 'failed', reason: messageOf(error) })
    throw error
  }
}

export async function lastRuns(jobs: JobClass[]): Promise<Map<string, LastRun>> {
  const beats = await lastBeats<LastRun>(jobs.map(nameOf))
  return new Map([...beats.values()].map(({ name, data }) => [name.replace(/^job:/, ''), data]))
}

async function keep(Job: JobClass, run: LastRun) {
  try {
    await beat(nameOf(Job), run)
  } catch (error) {
    logger.warn(
      { job: Job.jobName, reason: messageOf(error) },
      'The last run of a job could not be written down'
    )
  }
}

function nameOf(Job: JobClass) {
  return `job:${Job.jobName}`
}

/** A result is a few counts; one that is long is no result to show. */
function short(result: unknown) {
  const text = JSON.stringify(result) ?? ''
  return text.length <= 1_000 ? result : undefined
}
