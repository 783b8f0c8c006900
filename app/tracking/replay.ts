import logger from '@adonisjs/core/services/logger'
import { setTimeout as sleep } from 'node:timers/promises'
import { outsideTransaction } from '#core/atomically'
import { isRefusal, type insertClicks } from '#tracking/click_store'
import { countAgainFrom } from '#tracking/counted'
import type { ClickRow } from '#tracking/click_row'
import type { SpillFile } from '#tracking/spill_file'

/** How often a database that was away is asked again, in milliseconds. */
const RETRY = 500

const BATCH = 500

interface Told {
  /** The database takes clicks: so many came from the spill file. */
  stored: (count: number) => void
  /** So many clicks are nothing that the database would ever take. */
  refused: (count: number) => void
}

/** Brings the clicks of the spill file into the database, by id: one that is there already stays as it is. */
export class Replay {
  #running?: Promise<void>
  #stopped = false
  #since?: number

  constructor(
    private spill: SpillFile,
    private insert: typeof insertClicks,
    private told: Told
  ) {}

  /** When the oldest click that still waits was set aside, in epoch milliseconds. */
  get since() {
    return this.#since
  }

  /** Tries until the file is empty. Safe to repeat. */
  begin() {
    this.#since ??= Date.now()
    this.#running ??= outsideTransaction(() => this.#run()).finally(
      () => (this.#running = undefined)
    )
  }

  /** What is left waits for the next start. */
  async stop() {
    this.#stopped = true
    await Promise.race([this.#running, sleep(1_000, undefined, { ref: false })])
  }

  async #run() {
    let batch = BATCH
    while (!this.#stopped) {
      try {
        if (await this.#replayBatch(batch)) return
        batch = BATCH
      } catch (error) {
        batch = isRefusal(error) ? 1 : BATCH
        if (batch > 1) await sleep(RETRY, undefined, { ref: false })
      }
    }
  }

  /** Answers true when nothing is left. */
  async #replayBatch(size: number): Promise<boolean> {
    const { rows, end } = await this.spill.peek(size)
    const stored = await this.#store(rows)
    await this.spill.forget(end)
    const left = !this.spill.empty
    if (!left) this.#since = undefined
    this.told.stored(stored)
    return !left
  }

  async #store(rows: ClickRow[]): Promise<number> {
    if (rows.length === 0) return 0
    try {
      await this.insert(() => rows)
    } catch (error) {
      if (rows.length > 1 || !isRefusal(error)) throw error
      logger.error({ err: error, click: rows[0][0] }, 'A spilled click was refused by the database')
      this.told.refused(1)
      return 0
    }
    await countAgainFrom(rows)
    return rows.length
  }
}
