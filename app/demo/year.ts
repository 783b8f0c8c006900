import { DateTime } from 'luxon'
import { system, type Actor } from '#core/actor'
import { clock } from '#core/clock'
import { Chance } from '#demo/chance'
import {
  affiliateOf,
  bots,
  browsers,
  campaigns,
  countries,
  ownTerms,
  products,
  referrers,
} from '#demo/cast'
import { payMonth } from '#demo/month'
import { matureCommissions } from '#ledger/mature'
import { recordRefund, undoRefund, type RefundInput } from '#ledger/refunds'
import { percentOf } from '#money/arithmetic'
import Affiliate from '#models/affiliate'
import Campaign from '#models/campaign'
import Coupon from '#models/coupon'
import Link from '#models/link'
import { clickRow, newVisitorId, type ClickRow } from '#tracking/click_row'
import { insertClicksPatiently } from '#tracking/click_store'
import { targetOf, type LinkTarget } from '#tracking/link_target'
import { recordConversion } from '#tracking/record_conversion'
import { rollUpWorkspace } from '#tracking/rollup'
import type Refund from '#models/refund'
import type User from '#models/user'
import type Workspace from '#models/workspace'

/** How many of a day's visitors buy, of a buyer's months renew, of sales are refunded. */
const BUYS = 0.05
const LEADS = 0.04
const STAYS = 0.85
const REFUNDED = 0.06

export interface DemoOptions {
  affiliates: number
  months: number
  seed: number
  /** Told after each day, from 0 to 1. */
  progress?: (done: number) => void
}

interface Subscriber {
  customer: string
  subscription: string
  product: (typeof products)[number]
  currency: Currency
  next: DateTime
}

interface PlannedRefund {
  at: DateTime
  input: RefundInput
}

type Currency = 'USD' | 'EUR' | 'JPY'

/** A year of a program, told day by day to the verbs that a real one is told by. */
export class Year {
  #chance: Chance
  #links: { link: Link; target: LinkTarget }[] = []
  #coupons: Coupon[] = []
  #subscribers: Subscriber[] = []
  #refunds: PlannedRefund[] = []
  #toUndo: Refund[] = []
  #sales = 0

  constructor(
    private workspace: Workspace,
    private owner: User,
    private options: DemoOptions
  ) {
    this.#chance = new Chance(options.seed)
  }

  async live() {
    const end = clock.now()
    const start = end.minus({ months: this.options.months }).startOf('day')
    const days = Math.floor(end.diff(start, 'days').days)
    await clock.at(start.plus({ hours: 8 }), () => this.#found())

    for (let day = 0; day <= days; day++) {
      const morning = start.plus({ days: day, hours: 9 })
      if (morning > end) break
      await this.#day(morning, end, day / days)
      this.options.progress?.(day / days)
    }
    await rollUpWorkspace(this.workspace)
  }

  get #actor(): Actor {
    return this.owner.actor
  }

  async #found() {
    for (const { rules, ...terms } of campaigns) {
      const campaign = await Campaign.start(this.workspace, terms, this.#actor)
      await campaign.related('rules').createMany(
        rules.map(({ all, ...rule }, at) => ({
          ...rule,
          workspaceId: this.workspace.id,
          position: at + 1,
          allConditions: all,
          anyConditions: [],
          duration: null,
          lockVersion: 0,
        }))
      )
    }
  }

  async #day(morning: DateTime, end: DateTime, progress: number) {
    await clock.at(morning, async () => {
      await this.#maybeJoins(progress)
      if (morning.day === 1)
        await payMonth(this.workspace, this.owner, this.#chance, morning.plus({ months: 1 }) > end)
      await matureCommissions({ workspaceId: this.workspace.id })
    })
    await this.#visits(morning, end, progress)
    const evening = DateTime.min(morning.plus({ hours: 10 }), end)
    await this.#renewals(morning, end)
    await this.#refundsUntil(evening)
  }

  /** Affiliates come over the first two thirds of the year; a few are not let in, a few are suspended. */
  async #maybeJoins(progress: number) {
    const wanted = Math.min(1, 0.2 + progress * 1.3) * this.options.affiliates
    while (this.#joined < wanted) await this.#join(this.#joined++)
  }
  #joined = 0

  async #join(at: number) {
    const { refParam, ...person } = affiliateOf(at)
    const waits = at % 13 === 12
    const affiliate = await Affiliate.join(
      this.workspace,
      { ...person, state: waits ? 'pending' : 'active', referrerId: this.#referrerOf(at) },
      this.#actor
    )
    this.#affiliates.push(affiliate)
    if (waits) return

    const offered = await this.workspace.related('campaigns').query().orderBy('id')
    for (const [number, campaign] of offered.entries()) {
      if (number > 0 && at % 2 === 1) continue
      const link = await Link.make(
        affiliate,
        campaign,
        { refParam: await freeRef(number === 0 ? refParam : `${refParam}-shop`) },
        this.#actor
      )
      if (at % 7 === 2)
        await link.change(number === 0 ? ownTerms.launch : ownTerms.shop, this.#actor)
      this.#links.push({ link, target: await targetOf(link) })
    }
    if (at % 9 === 4) await this.#negotiate(affiliate)
    if (at % 5 === 0)
      this.#coupons.push(await Coupon.make(affiliate, offered[0], `${refParam}-10`, this.#actor))
    if (at % 17 === 16)
      await affiliate.suspend(this.#actor, 'terms_violation', 'Bought ads on our brand name.')
  }

  /** Every fourth was brought by one who came before. */
  #referrerOf(at: number) {
    return at % 4 === 3 ? this.#affiliates[Math.floor(at / 4)].id : null
  }
  #affiliates: Affiliate[] = []

  async #negotiate(affiliate: Affiliate) {
    const enrollment = await affiliate.related('enrollments').query().orderBy('id').firstOrFail()
    await enrollment.change(ownTerms.partner, this.#actor)
  }

  async #visits(morning: DateTime, end: DateTime, progress: number) {
    const weekend = morning.weekday > 5 ? 0.6 : 1
    const count = Math.round(this.#links.length * weekend * (0.4 + progress) * 0.8)
    const clicks: ClickRow[] = []
    const visits = Array.from({ length: count }, () => {
      const at = morning.plus({ minutes: this.#chance.whole(0, 600) })
      const { link, target } =
        this.#links[Math.floor(this.#chance.next() ** 2 * this.#links.length)]
      const bot = this.#chance.happens(0.12)
      const visitorId = newVisitorId()
      const row = clock.at(at, () =>
        clickRow(target, {
          visitorId,
          userAgent: this.#chance.pick(bot ? bots : browsers),
          referrer: this.#chance.pick(referrers) ?? undefined,
          ip: `203.0.113.${this.#chance.whole(1, 254)}`,
        })
      )
      if (at < end) clicks.push(row)
      return { at, link, bot, visitorId }
    })
    await insertClicksPatiently(clicks)
    for (const visit of visits) {
      if (!visit.bot && visit.at < end.minus({ hours: 1 })) await this.#visit(visit)
    }
  }

  async #visit({ at, link, visitorId }: { at: DateTime; link: Link; visitorId: string }) {
    const buys = this.#chance.happens(BUYS)
    if (!buys && !this.#chance.happens(LEADS)) return
    const number = ++this.#sales
    const customer = `customer-${number}`
    const self = this.#chance.happens(0.02)
    const about = {
      externalId: customer,
      email: self
        ? (await Affiliate.findOrFail(link.affiliateId)).email
        : `${customer}@example.net`,
      country: this.#chance.pick(countries),
    }
    if (!buys) {
      const lead = {
        externalId: `lead-${number}`,
        kind: 'lead' as const,
        amount: 0,
        customer: about,
        visitorId,
      }
      await clock.at(at.plus({ minutes: 4 }), () => recordConversion(this.workspace, lead, system))
      return
    }
    await this.#buy(at.plus({ minutes: 12 }), customer, about, visitorId)
  }

  async #buy(
    at: DateTime,
    customer: string,
    about: { externalId: string; email: string; country: string },
    visitorId: string
  ) {
    const product = this.#chance.pick(products)
    const currency = about.country === 'JP' ? 'JPY' : this.#chance.happens(0.4) ? 'EUR' : 'USD'
    const subscription = `sub-${customer}`
    const coupon =
      this.#chance.happens(0.1) && this.#coupons.length > 0
        ? this.#chance.pick(this.#coupons)
        : null
    await this.#sale(at, {
      externalId: `order-${customer}`,
      product,
      currency,
      customer: about,
      ...(coupon ? { coupon: coupon.code } : { visitorId }),
      ...(product.months > 0 && { subscriptionId: subscription }),
    })
    if (product.months === 0) return
    this.#subscribers.push({
      customer,
      subscription,
      product,
      currency,
      next: at.plus({ months: product.months }),
    })
  }

  async #renewals(morning: DateTime, end: DateTime) {
    const until = DateTime.min(morning.plus({ days: 1 }), end)
    const today = this.#subscribers.filter(({ next }) => next < until)
    for (const subscriber of today) {
      const at = subscriber.next
      if (!this.#chance.happens(STAYS)) {
        this.#subscribers.splice(this.#subscribers.indexOf(subscriber), 1)
        continue
      }
      subscriber.next = at.plus({ months: subscriber.product.months })
      await this.#sale(at, {
        externalId: `renewal-${subscriber.customer}-${at.toISODate()}`,
        product: subscriber.product,
        currency: subscriber.currency,
        customer: { externalId: subscriber.customer },
        subscriptionId: subscriber.subscription,
      })
    }
  }

  async #sale(
    at: DateTime,
    sale: {
      externalId: string
      product: (typeof products)[number]
      currency: Currency
      customer: { externalId: string; email?: string; country?: string }
      coupon?: string
      visitorId?: string
      subscriptionId?: string
    }
  ) {
    const { product, currency, ...input } = sale
    const amount = product.prices[currency]
    const told = {
      ...input,
      amount,
      currency,
      product: product.product,
      plan: product.plan ?? undefined,
    }
    await clock.at(at, async () => {
      await recordConversion(this.workspace, told, system)
    })
    if (this.#chance.happens(REFUNDED)) this.#planRefund(at, sale.externalId, amount)
  }

  /** In full or in part, some as a chargeback; of those some are won. */
  #planRefund(soldAt: DateTime, conversionExternalId: string, amount: number) {
    const at = soldAt.plus({ days: this.#chance.whole(2, 50) })
    const kind = this.#chance.happens(0.2) ? ('chargeback' as const) : ('refund' as const)
    const part = this.#chance.happens(0.4) ? percentOf(amount, 5_000) : undefined
    const externalId = `${kind}-${conversionExternalId}`
    this.#refunds.push({ at, input: { externalId, conversionExternalId, kind, amount: part } })
  }

  async #refundsUntil(evening: DateTime) {
    const today = this.#refunds.filter(({ at }) => at <= evening)
    this.#refunds = this.#refunds.filter(({ at }) => at > evening)
    for (const { at, input } of today) {
      const { refund } = await clock.at(at, () => recordRefund(this.workspace.id, input, system))
      if (input.kind === 'chargeback' && this.#chance.happens(0.5)) this.#toUndo.push(refund)
    }

    const won = this.#toUndo.filter(({ createdAt }) => createdAt.plus({ days: 20 }) < evening)
    this.#toUndo = this.#toUndo.filter((refund) => !won.includes(refund))
    for (const refund of won)
      await clock.at(evening, () => undoRefund(refund, this.#actor, 'chargeback_won'))
  }
}

/** Another workspace's demo may have taken it: then the link makes one of its own. */
async function freeRef(refParam: string) {
  return (await Link.findBy('ref_param', refParam)) ? undefined : refParam
}
