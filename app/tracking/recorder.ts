import logger from '@adonisjs/core/services/logger'
import { setTimeout as sleep } from 'node:timers/promises'
import { dataPath } from '#config/data'
import { dialect } from '#config/database'
import { outsideTransaction } from '#core/atomically'
import { insertClicks, untilNotBusy } from '#tracking/click_store'
import { tellLost } from '#tracking/lost_clicks'
import { Replay } from '#tracking/replay'
import { SpillFile } from '#tracking/spill_file'
import { within } from '#tracking/within'
import type { ClickRow } from '#tracking/click_row'

/** What became of a click: in the database, in the spill file, or counted as lost because that is full too. */
export type Fate = 'stored' | 'spilled' | 'lost'

interface Waiting {
  row: ClickRow
  since: number
  answer: (fate: Fate) => void
}

interface Options {
  spill: SpillFile
  insert?: typeof insertClicks
  tellLost?: typeof tellLost
  /** How long a visitor waits for the database, in milliseconds. */
  patience?: number
  /** How many clicks wait for it at most. */
  most?: number
}

/** Clicks of one batch at most. */
const BATCH = 1_000

/** So many are stored at once while nothing is: the database begins while the event loop reads the other visits. */
const SOON = 24

/** A thread takes all that is there for SQLite; on PostgreSQL each batch has a connection of its own. */
const AT_ONCE = dialect === 'sqlite' ? 8 : 2

/**
 * Group commit: the clicks of one turn of the event loop are stored as one batch or two, and each is answered when
 * that has committed. While the database is away, clicks go to the spill file and are replayed from it.
 */
export class Recorder {
  #queue: Waiting[] = []
  #underWay = new Set<Waiting[]>()
  #scheduled = false
  #away = false
  #spilling = new Set<Promise<void>>()
  #counts = { recorded: 0, spilled: 0, lost: 0, toldLost: 0 }

  readonly #insert: typeof insertClicks
  readonly #tellLost: typeof tellLost
  readonly #patience: number
  readonly #most: number
  readonly #spill: SpillFile
  readonly #replay: Replay

  constructor(options: Options) {
    const { spill, insert = insertClicks, patience = 500, most = 10_000 } = options
    this.#spill = spill
    this.#insert = insert
    this.#tellLost = options.tellLost ?? tellLost
    this.#patience = patience
    this.#most = most
    this.#replay = new Replay(spill, insert, {
      stored: (count) => this.#back(count),
      refused: (count) => (this.#counts.lost += count),
    })
  }

  /** Answers when the click is on disk. Never throws. */
  record(row: ClickRow): Promise<Fate> {
    return new Promise((answer) => {
      this.#queue.push({ row, since: Date.now(), answer })
      if (this.#queue.length > this.#most) return this.#setAside(this.#queue.splice(0))
      if (this.#queue.length >= SOON && this.#underWay.size === 0)
        return outsideTransaction(() => this.#turn())
      if (this.#scheduled) return
      this.#scheduled = true
      outsideTransaction(() =>
        setImmediate(() => {
          this.#scheduled = false
          this.#turn()
        })
      )
    })
  }

  /** Makes the spill file ready, and replays what an earlier process left in it. */
  async start() {
    await this.#spill.open()
    if (!this.#spill.empty) this.#replay.begin()
  }

  /** Until nothing waits any more: all is in the database or in the spill file. */
  async stop() {
    while (this.#queue.length + this.#underWay.size + this.#spilling.size > 0) await sleep(5)
    await this.#replay.stop()
    await this.#spill.close()
  }

  get metrics() {
    const oldest = [...this.#underWay, this.#queue].map(([first]) => first?.since)
    const since = Math.min(...[...oldest, this.#replay.since].map((instant) => instant ?? Infinity))
    return {
      recorded: this.#counts.recorded,
      clicks_spilled: this.#counts.spilled,
      clicks_lost: this.#counts.lost,
      oldest_unflushed_ms: since === Infinity ? 0 : Date.now() - since,
    }
  }

  #turn() {
    if (this.#queue.length === 0) return
    if (this.#away) this.#setAside(this.#queue.splice(0))
    else if (this.#underWay.size < AT_ONCE) void this.#storeBatch()
  }

  /** Those that come meanwhile make the next. */
  async #storeBatch() {
    const batch: Waiting[] = []
    this.#underWay.add(batch)
    let givenUp = false
    const take = () => {
      if (!givenUp) batch.push(...this.#queue.splice(0, BATCH - batch.length))
      return batch.map(({ row }) => row)
    }
    try {
      await within(
        this.#patience,
        untilNotBusy(
          () => this.#insert(take),
          () => givenUp
        )
      )
      this.#counts.recorded += batch.length
      batch.forEach(({ answer }) => answer('stored'))
    } catch (error) {
      givenUp = true
      this.#giveUp([...batch, ...this.#queue.splice(0)], error)
    }
    this.#underWay.delete(batch)
    this.#turn()
  }

  /** What was sent may have been stored after all: the replay leaves those as they are. */
  #giveUp(clicks: Waiting[], error: unknown) {
    if (!this.#away)
      logger.warn({ err: error }, 'The database is away: clicks go to the spill file')
    this.#away = true
    this.#setAside(clicks)
  }

  #setAside(clicks: Waiting[]) {
    const done: Promise<void> = this.#append(clicks).finally(() => this.#spilling.delete(done))
    this.#spilling.add(done)
  }

  async #append(clicks: Waiting[]) {
    const kept = await this.#spill.append(clicks.map(({ row }) => row)).catch((error) => {
      logger.error({ err: error }, 'The spill file cannot be written')
      return 0
    })
    this.#counts.spilled += kept
    this.#counts.lost += clicks.length - kept
    if (kept < clicks.length) logger.error({ clicks: clicks.length - kept }, 'Clicks were lost')
    clicks.forEach(({ answer }, at) => answer(at < kept ? 'spilled' : 'lost'))
    this.#replay.begin()
  }

  #back(count: number) {
    if (this.#away) logger.info('The database takes clicks again')
    this.#away = false
    this.#counts.recorded += count
    void this.#sayLost()
  }

  /** While the database is away it cannot be told of what was lost: it is, as soon as it is back. */
  async #sayLost() {
    const untold = this.#counts.lost - this.#counts.toldLost
    if (untold === 0) return
    this.#counts.toldLost += untold
    await this.#tellLost(untold).catch((error) => {
      this.#counts.toldLost -= untold
      logger.error({ err: error }, 'The database was not told of clicks that were lost')
    })
  }
}

/** The recorder of this process. */
export const recorder = new Recorder({ spill: new SpillFile(dataPath('spilled_clicks.bin')) })
