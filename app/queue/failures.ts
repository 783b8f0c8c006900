import { queue as main, type Queue, type Reached } from '#queue/queue'
import type { Job } from 'bull'
import type { QueueName } from '#config/queue'

/** Runs a failed job again. `value` is false when there is none with this id (it was retried, or discarded). */
export function retry(id: string, queue: Queue = main): Promise<Reached<boolean>> {
  return onFailed(id, queue, (job) => job.retry())
}

/** Throws a failed job away; what it was to do stays in the database. `value` as for `retry`. */
export function discard(id: string, queue: Queue = main): Promise<Reached<boolean>> {
  return onFailed(id, queue, (job) => job.remove())
}

/** An id is the queue's name, a colon, and Bull's own id, which may hold colons. */
function onFailed(id: string, queue: Queue, work: (job: Job) => Promise<void>) {
  const [name, ...rest] = id.split(':')
  return queue.reach(async () => {
    if (!isQueue(queue, name)) return false
    const job = await queue.bull(name).getJob(rest.join(':'))
    if (!job || !(await job.isFailed())) return false
    await work(job)
    return true
  })
}

function isQueue(queue: Queue, name: string): name is QueueName {
  return queue.names.some((known) => known === name)
}
