import type { JobInformation } from 'bull'
import type { Schedule } from '#queue/job'
import type { Queue } from '#queue/queue'

const ZONE = 'UTC'

/**
 * Makes Redis hold exactly these schedules: strays go (a changed cron would run beside the old one), and what
 * is missing comes back (Redis was wiped, or a worker died between two of Bull's writes). Adding one that is
 * there changes nothing, and a tick that was missed meanwhile still runs.
 */
export async function reconcile(queue: Queue, schedules: readonly Schedule[]) {
  for (const name of queue.names) {
    const bull = queue.bull(name)
    const wanted = schedules.filter(({ job }) => job.queue === name)

    for (const found of await bull.getRepeatableJobs()) {
      if (!wanted.some((schedule) => isSame(schedule, found)))
        await bull.removeRepeatableByKey(found.key)
    }
    for (const { job, cron } of wanted)
      await bull.add(job.jobName, {}, { repeat: { cron, tz: ZONE } })
  }
}

export function isSame({ job, cron }: Schedule, found: JobInformation) {
  return found.name === job.jobName && found.cron === cron && found.tz === ZONE && !found.id
}
