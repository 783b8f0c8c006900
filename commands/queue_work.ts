import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class QueueWork extends BaseCommand {
  static commandName = 'queue:work'
  static description = 'Work off the queues and keep the schedules, until SIGTERM'
  static options: CommandOptions = { startApp: true, staysAlive: true }

  async run() {
    const { Worker } = await import('#queue/worker')
    const { queue } = await import('#queue/queue')
    const { schedules } = await import('#queue/schedules')
    const { jobs } = await import('#jobs/index')
    if (!queue.config.redis) return this.#refuse()

    const worker = new Worker(queue, jobs, schedules)
    this.app.listen('SIGINT', () => this.app.terminate())
    this.app.terminating(() => this.#stop(() => worker.stop()))

    if (!(await worker.start())) return
    for (const { job, says } of schedules) this.logger.log(`  ${job.jobName}, ${says}`)
    this.logger.log(`Worker ${process.pid} is ready`)
  }

  async #refuse() {
    this.logger.error(
      'REDIS_URL is not set. `npm start` runs a Redis of its own and a worker; or name one.'
    )
    this.exitCode = 1
    await this.terminate()
  }

  /** A job that goes on past its time is given back; the process ends without it. */
  async #stop(stop: () => Promise<boolean>) {
    if (await stop()) return
    setTimeout(() => process.exit(0), 1_500).unref()
  }
}
