import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class QueueRun extends BaseCommand {
  static commandName = 'queue:run'
  static description = 'Run one scheduled job now, in this process, and print what came of it'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'Name of the job', required: false })
  declare job?: string

  async run() {
    const { schedules } = await import('#queue/schedules')
    const { runAndRemember } = await import('#queue/last_run')

    const schedule = schedules.find(({ job }) => job.jobName === this.job)
    if (!schedule) {
      this.logger.error(
        this.job ? `No scheduled job is called ${this.job}. There are:` : 'Which one? There are:'
      )
      for (const { job, says } of schedules) this.logger.log(`  ${job.jobName}, ${says}`)
      this.exitCode = 1
      return
    }

    const result = await runAndRemember(schedule.job, {})
    this.logger.log(`${schedule.job.jobName} ${JSON.stringify(result ?? {})}`)
  }
}
