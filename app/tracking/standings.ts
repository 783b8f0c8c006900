import { sum } from '#money/arithmetic'
import { monthOf } from '#terms/local'
import { askedOf, EARNING, standingOf, type Whose } from '#tracking/standing'
import type { Plain } from '#core/plain'
import type Commission from '#models/commission'
import type Conversion from '#models/conversion'
import type { Decider } from '#terms/earn'
import type { Standing } from '#terms/types'

/** What a piece made so far. */
interface Made {
  conversions: () => Plain<Conversion>[]
  commissionsOf: (id: string) => Plain<Commission>[]
  isWritten: (conversion: Plain<Conversion>) => boolean
}

/** What the database answered, and the conversions of the piece that it knew of. */
interface Base {
  standing: Standing
  known: Set<Plain<Conversion>>
}

/**
 * What tiers and caps are asked with, of the conversions of one piece: the database is asked once for each affiliate,
 * month, customer and rule, and what the piece made since is added.
 */
export class Standings {
  readonly #bases = new Map<string, Base>()

  constructor(private made: Made) {}

  async of(whose: Whose, decider: Decider, currency: string): Promise<Standing> {
    const others = this.made.conversions().filter(({ id }) => id !== whose.conversionId)
    const { standing, known } = await this.#baseOf(whose, decider, currency, others)
    const { from, to } = monthOf(whose.occurredAt, whose.workspace.timezone)
    const since = others.filter((one) => one.affiliateId === whose.affiliate.id && !known.has(one))
    const inMonth = since.filter(
      ({ occurredAt, currency: its }) => its === currency && occurredAt >= from && occurredAt < to
    )
    const ofCustomer = since.filter(({ referralId }) => referralId === whose.referralId)
    const earned = (some: Plain<Conversion>[]) => this.#earned(some, whose, decider, currency)
    return {
      soldInMonth: standing.soldInMonth + sum(inMonth.map(({ amount }) => amount)),
      earnedOfCustomer: standing.earnedOfCustomer + earned(ofCustomer),
      earnedInMonth: standing.earnedInMonth + earned(inMonth),
    }
  }

  /** What the piece made was changed in the database. */
  forget() {
    this.#bases.clear()
  }

  async #baseOf(
    whose: Whose,
    decider: Decider,
    currency: string,
    others: Plain<Conversion>[]
  ): Promise<Base> {
    const name = JSON.stringify(askedOf(whose, decider, currency))
    const found = this.#bases.get(name)
    if (found) return found
    const known = new Set(others.filter(this.made.isWritten))
    const base = { standing: await standingOf(whose, decider, currency), known }
    this.#bases.set(name, base)
    return base
  }

  #earned(
    conversions: Plain<Conversion>[],
    { affiliate, campaign }: Whose,
    { ruleId }: Decider,
    currency: string
  ) {
    const earned = conversions
      .flatMap(({ id }) => this.made.commissionsOf(id))
      .filter((one) => one.affiliateId === affiliate.id && one.campaignId === campaign.id)
      .filter((one) => one.currency === currency && one.ruleId === ruleId)
      .filter((one) => EARNING.includes(one.kind))
    return sum(earned.map(({ amount }) => amount))
  }
}
