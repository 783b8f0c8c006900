import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { KeyObject } from 'node:crypto'
import type { Writable } from 'node:stream'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Writes the books as one file that proves itself: `ledger:verify --file` reads it. */
export default class LedgerExport extends BaseCommand {
  static commandName = 'ledger:export'
  static description = 'Write the whole ledger as signed lines of JSON'
  static options: CommandOptions = { startApp: true }

  @flags.string({ description: 'Only this workspace, by its id' })
  declare workspace?: string

  @flags.string({ description: 'Where to write it; standard output when left out' })
  declare out?: string

  async run() {
    const { default: Workspace } = await import('#models/workspace')
    if (this.workspace && !(await Workspace.find(this.workspace))) {
      this.logger.error(`There is no workspace ${this.workspace}.`)
      this.exitCode = 1
      return
    }
    const { publicKeyOf, signingKey } = await import('#ledger/export/seal')
    const key = signingKey()
    const count = this.out ? await this.#toFile(this.out, key) : await this.#to(process.stdout, key)
    // Not to standard output, which may be the file.
    process.stderr.write(
      `${count} lines. To verify them elsewhere: ledger:verify --file=… --key=${publicKeyOf(key)}\n`
    )
  }

  /** It appears under its name once it is whole. */
  async #toFile(out: string, key: KeyObject) {
    const partial = `${out}.partial`
    try {
      const file = createWriteStream(partial)
      const count = await this.#to(file, key)
      await finished(file.end())
      await rename(partial, out)
      return count
    } finally {
      await rm(partial, { force: true })
    }
  }

  async #to(sink: Writable, key: KeyObject) {
    const { snapshot } = await import('#core/snapshot')
    const { ledgerLines } = await import('#ledger/export/write')
    return snapshot(async () => {
      let count = 0
      for await (const line of ledgerLines(key, this.workspace)) {
        count++
        if (!sink.write(`${line}\n`)) await once(sink, 'drain')
      }
      return count
    })
  }
}
