import { breathe } from '#core/begin'
import { NewRows } from '#core/new_rows'
import { outcomeOf, type Outcome } from '#core/outcome'
import Commission from '#models/commission'
import Conversion from '#models/conversion'
import Referral from '#models/referral'
import { Grown } from '#tracking/grown'

/** What the pieces of one transaction make and change, which waits to be written together. */
export class Writes {
  /** How many events are worth a statement of their own. */
  static ahead = 150

  readonly new = new NewRows([Referral, Conversion, Commission])
  readonly grown = new Grown()
  readonly #sent: Promise<Outcome<void>>[] = []

  /** Work that writes ahead; where the database refuses any of that, it is what went wrong. */
  async within<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw (await this.#refusal())?.error ?? error
    }
  }

  /**
   * Sends what is new to the database while the next is decided, after everything else in this process; not where rows
   * grew that stood there before, and what came after that.
   */
  async writeAhead() {
    if (this.new.told < Writes.ahead || !this.grown.isEmpty) return
    this.#sent.push(outcomeOf(() => this.new.write()))
    await breathe()
  }

  async write() {
    const refused = await this.#refusal()
    if (refused) throw refused.error
    await this.new.write(await this.grown.write())
  }

  /** What the database refused of what was sent ahead, once it has taken or refused all of it. */
  async #refusal() {
    const outcomes = await Promise.all(this.#sent.splice(0))
    return outcomes.find((outcome) => 'error' in outcome)
  }
}
