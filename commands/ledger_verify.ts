import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { Break } from '#ledger/checks/check'

export default class LedgerVerify extends BaseCommand {
  static commandName = 'ledger:verify'
  static description = 'Check that the books balance, and name every row that breaks a rule'
  static options: CommandOptions = { startApp: true }

  @flags.string({ description: 'Only this workspace, by its id' })
  declare workspace?: string

  @flags.string({ description: 'An exported ledger to verify instead, by its own lines' })
  declare file?: string

  @flags.string({
    description: 'The public key that signed the file; else the one of this instance',
  })
  declare key?: string

  @flags.boolean({ description: 'Answer in JSON' })
  declare json: boolean

  run() {
    return this.file ? this.#verifyFile(this.file) : this.#verifyDatabase()
  }

  async #verifyFile(file: string) {
    const { ownPublicKey } = await import('#ledger/export/seal')
    const { verifyFile } = await import('#ledger/export/verify_file')
    const verdict = await verifyFile(file, {
      trusted: this.key ?? ownPublicKey(),
      onBreak: (found) => this.json || this.#name(found),
    })
    const { lines, faults, breaks } = verdict
    if (faults.length + breaks.length > 0) this.exitCode = 1
    if (this.json) return console.log(JSON.stringify(verdict))

    for (const { line, sentence } of faults) this.logger.log(`  line ${line} ${sentence}`)
    if (this.exitCode === 1)
      this.logger.error(
        `${lines} lines: ${faults.length} faults of the file, ${breaks.length} of its books`
      )
    else this.logger.success(`${lines} lines, as they were signed; their books balance`)
  }

  async #verifyDatabase() {
    const { verifyLedger } = await import('#ledger/verify')
    const verdict = await verifyLedger({
      workspaceId: this.workspace,
      onBreak: (found) => this.json || this.#name(found),
    })
    if (verdict.breaks.length + verdict.missingTriggers.length > 0) this.exitCode = 1
    if (this.json) return console.log(JSON.stringify(verdict))

    for (const { check, name, rows, broken } of verdict.checked) {
      this.logger.log(
        `${check}. ${name}: ${rows} looked at, ${broken === 0 ? 'all well' : `${broken} broken`}`
      )
    }
    if (verdict.missingTriggers.length > 0) {
      this.logger.error(
        `Triggers are missing that keep the books unchanged: ${verdict.missingTriggers.join(', ')}`
      )
    }
    this.#conclude(verdict.breaks.length, verdict.warnings.length)
  }

  #name({ check, row, sentence }: Break) {
    this.logger.log(`  ${check}  ${row} ${sentence}`)
  }

  #conclude(breaks: number, warnings: number) {
    if (this.exitCode === 1)
      this.logger.error(`The books do not balance: ${breaks} breaks, ${warnings} warnings`)
    else this.logger.success(`The books balance (${warnings} warnings)`)
  }
}
