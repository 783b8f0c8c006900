import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import config, { type QueueConfig } from '#config/queue'
import { Queue } from '#queue/queue'
import { redisOptions } from '#queue/redis_url'
import type { JobClass } from '#queue/job'

/** A redis-server of the test's own, on a unix socket, with a password: it may be killed and wiped. */
export class OwnRedis {
  readonly folder = mkdtempSync(join(tmpdir(), 'tributary-redis-'))
  readonly url = `unix://${join(this.folder, 'redis.sock')}?password=its+secret`
  #server?: ChildProcess

  async start() {
    const socket = join(this.folder, 'redis.sock')
    const flags = [
      '--port',
      '0',
      '--unixsocket',
      socket,
      '--requirepass',
      'its secret',
      '--dir',
      this.folder,
    ]
    this.#server = spawn('redis-server', [...flags, '--save', '', '--appendonly', 'yes'], {
      stdio: 'pipe',
    })
    for await (const text of this.#server.stdout!) {
      if (String(text).includes('eady to accept connections')) break
    }
    this.#server.stdout!.resume()
    return this
  }

  async kill() {
    if (!this.#server || this.#server.exitCode !== null || this.#server.signalCode) return
    const ended = once(this.#server, 'exit')
    this.#server.kill('SIGKILL')
    await ended
  }

  /** Loses all that it kept on disk. */
  forget() {
    rmSync(join(this.folder, 'appendonlydir'), { recursive: true, force: true })
  }

  async remove() {
    await this.kill()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

let counter = 0

/** A queue with keys of its own on the Redis at this address. */
export function queueOn(url: string | undefined, settings: Partial<QueueConfig> = {}) {
  counter += 1
  return new Queue({
    ...config,
    redis: url ? redisOptions(url) : undefined,
    prefix: `{tributary-test-${process.pid}-${counter}}`,
    jobs: { ...config.jobs, backoff: { type: 'fixed', delay: 10 } },
    ...settings,
  })
}

/** Waits until this is so; a test that waits in vain fails with the sentence. */
export async function until(sentence: string, isSo: () => unknown, within = 20_000) {
  const deadline = Date.now() + within
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`In ${within} ms it never came that ${sentence}`)
    await sleep(10)
  }
}

/** How many jobs of the queue for money stand in this state. */
export async function count(queue: Queue, state: 'active' | 'completed' | 'delayed') {
  const counts = await queue.bull('money').getJobCounts()
  return counts[state]
}

/** A job that does what the test says, and keeps the payloads that it got. */
export function toyJob(name: string, work: (payload: { toy_id: string }) => unknown = () => {}) {
  const seen: string[] = []
  class ToyJob {
    static jobName = name
    static queue = 'money' as const

    async handle(payload: { toy_id: string }) {
      seen.push(payload.toy_id)
      return work(payload)
    }
  }
  return Object.assign(ToyJob satisfies JobClass<{ toy_id: string }>, { seen })
}
