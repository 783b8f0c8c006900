import { sum } from '#money/arithmetic'
import { monthOf } from '#terms/local'
import { EARNING, questionsOf, type Question, type Whose } from '#tracking/standing'
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
  amount: number
  known: Set<Plain<Conversion>>
}

/**
 * What tiers and caps are asked with, of the conversions of one piece: the database is asked once for each affiliate's
 * month and each customer, and what the piece made since is added.
 */
export class Standings {
  readonly #bases = new Map<string, Base>()

  constructor(private made: Made) {}

  async of(whose: Whose, decider: Decider, currency: string): Promise<Standing> {
    const { affiliate, workspace, occurredAt, conversionId, referralId } = whose
    const { from, to } = monthOf(occurredAt, workspace.timezone)
    const others = this.made
      .conversions()
      .filter((one) => one.id !== conversionId && one.affiliateId === affiliate.id)
    const inMonth = others.filter(
      (one) => one.currency === currency && one.occurredAt >= from && one.occurredAt < to
    )
    const ofCustomer = others.filter((one) => one.referralId === referralId)
    const earned = (one: Plain<Conversion>) => this.#earned(one, whose, decider, currency)

    const asked = questionsOf(whose, decider, currency)
    return {
      soldInMonth: await this.#sum(asked.soldInMonth, inMonth, ({ amount }) => amount),
      earnedOfCustomer: await this.#sum(asked.earnedOfCustomer, ofCustomer, earned),
      earnedInMonth: await this.#sum(asked.earnedInMonth, inMonth, earned),
    }
  }

  /** What the piece made was changed in the database. */
  forget() {
    this.#bases.clear()
  }

  async #sum(
    question: Question | null,
    made: Plain<Conversion>[],
    amountOf: (conversion: Plain<Conversion>) => number
  ) {
    if (!question) return 0
    const base = this.#bases.get(question.of) ?? {
      amount: await question.ask(),
      known: new Set(made.filter(this.made.isWritten)),
    }
    this.#bases.set(question.of, base)
    return base.amount + sum(made.filter((one) => !base.known.has(one)).map(amountOf))
  }

  #earned(
    { id }: Plain<Conversion>,
    { affiliate, campaign }: Whose,
    { ruleId }: Decider,
    currency: string
  ) {
    const earned = this.made
      .commissionsOf(id)
      .filter((one) => one.affiliateId === affiliate.id && one.campaignId === campaign.id)
      .filter((one) => one.currency === currency && one.ruleId === ruleId)
      .filter((one) => EARNING.includes(one.kind))
    return sum(earned.map(({ amount }) => amount))
  }
}
