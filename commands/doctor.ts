import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class Doctor extends BaseCommand {
  static commandName = 'doctor'
  static description =
    'Say what is well with this instance and what is not; exit code 1 when something is not'
  static options: CommandOptions = { startApp: true }

  @flags.boolean({ description: 'Answer in JSON' })
  declare json: boolean

  async run() {
    const { examine } = await import('#core/examine')
    const findings = await examine()
    const ok = findings.every((finding) => finding.ok)
    if (!ok) this.exitCode = 1

    if (this.json) return console.log(JSON.stringify({ ok, checks: findings }))
    for (const { name, ok: well, says } of findings) {
      const mark = well ? this.colors.green('ok   ') : this.colors.red('WRONG')
      console.log(`${mark} ${name.padEnd(9)} ${says}`)
    }
  }
}
