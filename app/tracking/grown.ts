import { InvalidTransitionException } from '#exceptions/errors'
import { transitionAll } from '#core/transition'
import { updateRows } from '#core/write_rows'
import Referral from '#models/referral'
import type { Actor } from '#core/actor'
import type { Plain } from '#core/plain'

/** Referrals that stood in the database before a transaction's conversions, and that those made more of. */
export class Grown {
  readonly #converted = new Map<Plain<Referral>, Actor>()
  readonly #paid = new Set<Plain<Referral>>()

  get isEmpty() {
    return this.#converted.size + this.#paid.size === 0
  }

  convert(referral: Plain<Referral>, actor: Actor) {
    this.#converted.set(referral, actor)
  }

  pay(referral: Plain<Referral>) {
    this.#paid.add(referral)
  }

  /**
   * Answers the ids of those that were converted; their events are the caller's.
   *
   * @throws InvalidTransitionException where another transaction was first
   */
  async write(): Promise<string[]> {
    const converted = [...this.#converted.keys()]
    const byActor = Map.groupBy(converted, (referral) => this.#converted.get(referral)!)
    for (const [actor, referrals] of byActor) {
      const ids = referrals.map(({ id }) => id)
      const done = await transitionAll(Referral, 'convert', ids, { actor, silent: true })
      if (done.length < ids.length)
        throw new InvalidTransitionException('A referral is no lead any more: it cannot convert.')
    }
    await updateRows(Referral, ['firstPaymentAt', 'updatedAt'], [...this.#paid])
    this.#converted.clear()
    this.#paid.clear()
    return converted.map(({ id }) => id)
  }
}
