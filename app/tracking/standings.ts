import { sum } from '#money/arithmetic'
import { monthOf } from '#terms/local'
import {
  EARNING,
  questionsOf,
  type OfCustomers,
  type Question,
  type Whose,
} from '#tracking/standing'
import type { Plain } from '#core/plain'
import type Commission from '#models/commission'
import type Conversion from '#models/conversion'
import type { Decider } from '#terms/earn'
import type { Standing } from '#terms/types'

/** What a piece made so far. */
interface Made {
  /** In their order; those that are written come first. */
  conversions: Plain<Conversion>[]
  commissionsOf: (id: string) => Plain<Commission>[]
  /** How many of the conversions are written. */
  written: () => number
  /** The referrals that are written, or were there before. */
  storedReferrals: () => string[]
}

/** What the database answered, with what the first conversions of the piece added. */
interface Base {
  amount: number
  upTo: number
}

/**
 * What tiers and caps are asked with, of the conversions of one piece: the database is asked once for each affiliate's
 * month and once for all customers, and what the piece made since is added.
 */
export class Standings {
  readonly #bases = new Map<string, Base>()
  /** Of which of their sums the stored customers were asked. */
  readonly #asked = new Set<string>()

  constructor(private made: Made) {}

  async of(whose: Whose, decider: Decider, currency: string): Promise<Standing> {
    const { affiliate, workspace, occurredAt, referralId } = whose
    const { from, to } = monthOf(occurredAt, workspace.timezone)
    const inMonth = (one: Plain<Conversion>) =>
      one.affiliateId === affiliate.id &&
      one.currency === currency &&
      one.occurredAt >= from &&
      one.occurredAt < to
    const ofCustomer = (one: Plain<Conversion>) =>
      one.referralId === referralId && one.affiliateId === affiliate.id
    const sold = (one: Plain<Conversion>) => (inMonth(one) ? one.amount : 0)
    const earned = (isCounted: typeof inMonth) => (one: Plain<Conversion>) =>
      isCounted(one) ? this.#earned(one, whose, decider, currency) : 0

    const { soldInMonth, earnedOfCustomer, earnedInMonth } = questionsOf(whose, decider, currency)
    if (earnedOfCustomer) await this.#askOfCustomers(earnedOfCustomer)
    return {
      soldInMonth: await this.#sum(soldInMonth, whose, sold),
      earnedOfCustomer: await this.#sum(earnedOfCustomer, whose, earned(ofCustomer)),
      earnedInMonth: await this.#sum(earnedInMonth, whose, earned(inMonth)),
    }
  }

  /** What the piece made was changed in the database. */
  forget() {
    this.#bases.clear()
    this.#asked.clear()
  }

  /** All that are stored are asked of at once; nothing is stored of those that come later. */
  async #askOfCustomers({ whose, customer, of, askAll }: OfCustomers) {
    if (!this.#asked.has(whose)) {
      this.#asked.add(whose)
      const ids = this.made.storedReferrals()
      const upTo = this.made.written()
      const amounts = ids.length > 0 ? await askAll(ids) : new Map<string, number>()
      for (const id of ids)
        this.#bases.set(of.replace(customer, id), { amount: amounts.get(id) ?? 0, upTo })
    }
    if (!this.#bases.has(of)) this.#bases.set(of, { amount: 0, upTo: 0 })
  }

  /** Without the conversion that asks, which is the last. */
  async #sum(
    question: Question | null,
    { conversionId }: Whose,
    amountOf: (conversion: Plain<Conversion>) => number
  ) {
    if (!question) return 0
    const { conversions } = this.made
    const end = conversions.length - (conversions.at(-1)?.id === conversionId ? 1 : 0)
    const known = this.#bases.get(question.of)
    const base = known ?? { upTo: Math.min(this.made.written(), end), amount: await question.ask() }
    base.amount += sum(conversions.slice(base.upTo, end).map(amountOf))
    base.upTo = end
    this.#bases.set(question.of, base)
    return base.amount
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
