import { clock } from '#core/clock'
import { eventType } from '#core/event_types'
import { turnsOf } from '#core/turns'
import { updateRows } from '#core/write_rows'
import { conversionTurnsOf } from '#ledger/conversion_turn'
import { newCommission, toldOf, type NewCommission } from '#ledger/record_commission'
import Commission from '#models/commission'
import Conversion from '#models/conversion'
import Enrollment from '#models/enrollment'
import Referral from '#models/referral'
import { sum } from '#money/arithmetic'
import { factsOf, type Facts, type Named, type Told } from '#tracking/facts'
import { Found } from '#tracking/found'
import { askAlone } from '#tracking/sharing'
import { Standings } from '#tracking/standings'
import { Writes } from '#tracking/writes'
import { pastOf } from '#tracking/past_of'
import type { Actor } from '#core/actor'
import type { Told as Event } from '#core/events'
import type { Plain } from '#core/plain'
import type Affiliate from '#models/affiliate'
import type Campaign from '#models/campaign'
import type Workspace from '#models/workspace'
import type { Decider } from '#terms/earn'
import type { Standing } from '#terms/types'
import type { Whose } from '#tracking/standing'
import type { Asked } from '#tracking/questions'
import type { Past, Payments } from '#tracking/weigh'
import type { DateTime } from 'luxon'

/** The transaction of some pieces. */
export interface Recording {
  writes: Writes
  /** Pieces are all that it does. */
  isWhole: boolean
}

/**
 * Conversions that are recorded together, one after the other, each as if those before it stood in the database. What
 * that has of their customers is read when the piece begins, what comes of them is written when it ends: whoever asks
 * or changes the database in between calls `write` first.
 */
export class Piece {
  /** In their order. */
  readonly #all: Plain<Conversion>[] = []
  readonly found: Found
  readonly standings = new Standings({
    conversions: this.#all,
    commissionsOf: (id) => this.#commissions.get(id) ?? [],
    written: () => this.#all.findLastIndex((one) => !this.#writes.new.has(Conversion, one)) + 1,
    storedReferrals: () =>
      [...this.#bound.values()]
        .filter((one) => !this.#writes.new.has(Referral, one))
        .map(({ id }) => id),
  })
  readonly #bound: Map<string, Plain<Referral>>
  readonly #conversions = new Map<string, Plain<Conversion>>()
  readonly #ofCustomers = new Map<string, Plain<Conversion>[]>()
  readonly #commissions = new Map<string | null, Plain<Commission>[]>()

  readonly #writes: Writes

  private constructor(
    readonly workspace: Workspace,
    readonly facts: Facts,
    writes: Writes
  ) {
    this.#writes = writes
    this.found = new Found(facts)
    this.#bound = new Map(facts.referrals.map((one) => [one.customerExternalId, one]))
  }

  /** Inside a transaction that took the turns of these conversions and of their customers. */
  static async about(workspace: Workspace, told: Told[], named: Named[] = []) {
    const [facts] = await factsOf([{ workspace, told }], { named })
    return new Piece(workspace, facts, new Writes())
  }

  /** One of each workspace; takes those turns, too. What comes of them is written together. */
  static async ofEach(
    asked: Asked<Told & { externalId: string }>[],
    { writes, isWhole }: Recording
  ) {
    const named = asked.flatMap(({ workspace: { id: workspaceId }, told }) =>
      told.map(({ externalId, customer }) => ({ workspaceId, externalId, customer }))
    )
    const turns = [
      conversionTurnsOf(named.map(({ externalId: name, ...of }) => ({ ...of, name }))),
      turnsOf(
        'customer',
        named.map(({ customer, ...of }) => ({ ...of, name: customer.externalId }))
      ),
    ]
    const facts = await factsOf(asked, { turns, isWhole })
    return asked.map(({ workspace }, at) => new Piece(workspace, facts[at], writes))
  }

  /** The customer's referral that is in force. */
  referralOf(customerExternalId: string): Plain<Referral> | null {
    return this.#bound.get(customerExternalId) ?? null
  }

  /** Those in force whose customers have this e-mail, the oldest first. */
  bondsOf(email: string | undefined): Plain<Referral>[] {
    return this.facts.bonds
      .filter(({ customerEmail }) => customerEmail === email)
      .map((bond) => this.referralOf(bond.customerExternalId) ?? bond)
      .sort((one, other) => (one.id < other.id ? -1 : 1))
  }

  bind(values: Partial<Referral>, event: Event): Plain<Referral> {
    const referral = this.#writes.new.make(Referral, values)
    this.#writes.new.tell(referral, event)
    this.#bound.set(referral.customerExternalId, referral)
    if (referral.customerEmail) this.facts.bonds.push(referral)
    return referral
  }

  /** A lead's first sale makes a customer. */
  convert(referral: Plain<Referral>, actor: Actor) {
    const { from, to, event } = Referral.machine.convert
    if (!this.#writes.new.has(Referral, referral)) this.#writes.grown.convert(referral, actor)
    Object.assign(referral, { state: to, updatedAt: clock.now() })
    this.#writes.new.tell(referral, {
      type: eventType(Referral.word, event),
      actor,
      from: from[0],
      to,
    })
  }

  /** The first payment starts the durations. */
  paid(referral: Plain<Referral>, firstPaymentAt: DateTime) {
    if (!this.#writes.new.has(Referral, referral)) this.#writes.grown.pay(referral)
    Object.assign(referral, { firstPaymentAt, updatedAt: clock.now() })
  }

  /** Made where there is none. */
  async enrollment(affiliate: Affiliate, campaign: Campaign, actor: Actor) {
    const known = this.found.enrollment(affiliate, campaign)
    if (known) return known
    await this.write()
    const made = await Enrollment.ensure(affiliate, campaign, actor)
    this.found.addEnrollment(made)
    return made
  }

  /** It is expired, and binds no more. */
  unbind({ id, customerExternalId }: Plain<Referral>) {
    this.#bound.delete(customerExternalId)
    this.facts.bonds = this.facts.bonds.filter((bond) => bond.id !== id)
  }

  add(values: Partial<Conversion>): Plain<Conversion> {
    const conversion = this.#writes.new.make(Conversion, values)
    const { externalId, customerExternalId: customer } = conversion
    this.#all.push(conversion)
    this.#conversions.set(externalId, conversion)
    this.#ofCustomers.set(customer, [...(this.#ofCustomers.get(customer) ?? []), conversion])
    return conversion
  }

  tell(conversion: Plain<Conversion>, event: Event) {
    this.#writes.new.tell(conversion, event)
  }

  pay(input: NewCommission, actor: Actor): Plain<Commission> {
    const commission = this.#writes.new.make(Commission, newCommission(input))
    this.#writes.new.tell(commission, toldOf(commission, actor))
    const { conversionId: of } = commission
    this.#commissions.set(of, [...(this.#commissions.get(of) ?? []), commission])
    return commission
  }

  /** Whom a conversion of this piece bound and what it earned; null where the database alone knows. */
  became(conversion: Plain<Conversion>) {
    const { id, externalId, referralId, customerExternalId } = conversion
    if (this.made(externalId) !== conversion || this.facts.refunded.has(externalId)) return null
    const bond = this.referralOf(customerExternalId)
    if (referralId && bond?.id !== referralId) return null
    return {
      referral: referralId ? bond : null,
      commissions: this.#commissions.get(id) ?? [],
    }
  }

  /** The conversion of this piece with this external_id. */
  made(externalId: string): Plain<Conversion> | undefined {
    return this.#conversions.get(externalId)
  }

  /** Whether a payment of this subscription came before. */
  isKnown(subscriptionId: string): boolean {
    return (
      this.facts.subscriptions.has(subscriptionId) ||
      this.#all.some((one) => one.subscriptionId === subscriptionId && one.kind !== 'lead')
    )
  }

  /** How often its customer paid more than nothing before. */
  paymentsBefore(conversion: Plain<Conversion>): Payments {
    const { customerExternalId: customer, subscriptionId } = conversion
    const stored = this.facts.payments.filter((one) => one.customer === customer)
    const made = this.#before(conversion)
      .filter((one) => one.amount > 0)
      .map((one) => ({ subscriptionId: one.subscriptionId, times: 1 }))
    const all = [...stored, ...made]
    const same = all.filter((one) => !subscriptionId || one.subscriptionId === subscriptionId)
    return { ofCustomer: timesOf(all), ofSubscription: timesOf(same) }
  }

  /** What tiers and caps are asked with. */
  standing(whose: Whose, decider: Decider, currency: string): Promise<Standing> {
    if (this.facts.isShared) askAlone(whose.campaign)
    return this.standings.of(whose, decider, currency)
  }

  /** What may hold a conversion because of what came before. */
  past(conversion: Plain<Conversion>): Past {
    const { workspace, facts } = this
    const bond = this.referralOf(conversion.customerExternalId)
    const others = { made: this.#all, ofCustomer: this.#before(conversion) }
    return pastOf(conversion, { workspace, facts, bond, ...others })
  }

  async write() {
    await this.#writes.write()
  }

  /** Writes what became of a conversion that was written before it was decided. */
  async finish(conversion: Plain<Conversion>) {
    if (this.#writes.new.has(Conversion, conversion)) return
    await this.write()
    await updateRows(Conversion, DECIDED, [conversion])
  }

  /** The other conversions of its customer in this piece. */
  #before(conversion: Plain<Conversion>) {
    const all = this.#ofCustomers.get(conversion.customerExternalId) ?? []
    return all.filter((one) => one !== conversion)
  }
}

/** What of a conversion is known once it is decided. */
const DECIDED = [
  ...['referralId', 'affiliateId', 'campaignId', 'linkId', 'clickId', 'visitorId'],
  ...['attributedBy', 'explanation', 'openUntil'],
]

function timesOf(payments: { times: number }[]) {
  return sum(payments.map(({ times }) => times))
}
