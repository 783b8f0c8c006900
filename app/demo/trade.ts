import { DateTime } from 'luxon'
import { system, type Actor } from '#core/actor'
import { clock } from '#core/clock'
import { products } from '#demo/cast'
import { recordRefund, undoRefund, type RefundInput } from '#ledger/refunds'
import { percentOf } from '#money/arithmetic'
import { recordConversion } from '#tracking/record_conversion'
import type { Chance } from '#demo/chance'
import type Coupon from '#models/coupon'
import type Refund from '#models/refund'
import type Workspace from '#models/workspace'

/** How many of a buyer's months renew, of sales are refunded. */
const STAYS = 0.85
const REFUNDED = 0.06

type Currency = 'USD' | 'EUR' | 'JPY'

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

export interface Buyer {
  externalId: string
  email: string
  country: string
}

/** What customers do: leads, sales, renewals, refunds, chargebacks of which some are won. */
export class Trade {
  #subscribers: Subscriber[] = []
  #refunds: PlannedRefund[] = []
  #toUndo: Refund[] = []

  constructor(
    private workspace: Workspace,
    private actor: Actor,
    private chance: Chance
  ) {}

  async lead(at: DateTime, customer: Buyer, visitorId: string) {
    const lead = {
      externalId: `lead-${customer.externalId}`,
      kind: 'lead' as const,
      amount: 0,
      customer,
      visitorId,
    }
    await clock.at(at, () => recordConversion(this.workspace, lead, system))
  }

  async buy(at: DateTime, about: Buyer, visitorId: string, coupons: Coupon[]) {
    const customer = about.externalId
    const product = this.chance.pick(products)
    const currency = about.country === 'JP' ? 'JPY' : this.chance.happens(0.4) ? 'EUR' : 'USD'
    const subscription = `sub-${customer}`
    const coupon = this.chance.happens(0.1) && coupons.length > 0 ? this.chance.pick(coupons) : null
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

  async renewals(morning: DateTime, end: DateTime) {
    const until = DateTime.min(morning.plus({ days: 1 }), end)
    const today = this.#subscribers.filter(({ next }) => next < until)
    for (const subscriber of today) {
      const at = subscriber.next
      if (!this.chance.happens(STAYS)) {
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
    if (this.chance.happens(REFUNDED)) this.#planRefund(at, sale.externalId, amount)
  }

  /** In full or in part, some as a chargeback; of those some are won. */
  #planRefund(soldAt: DateTime, conversionExternalId: string, amount: number) {
    const at = soldAt.plus({ days: this.chance.whole(2, 50) })
    const kind = this.chance.happens(0.2) ? ('chargeback' as const) : ('refund' as const)
    const part = this.chance.happens(0.4) ? percentOf(amount, 5_000) : undefined
    const externalId = `${kind}-${conversionExternalId}`
    this.#refunds.push({ at, input: { externalId, conversionExternalId, kind, amount: part } })
  }

  async refundsUntil(evening: DateTime) {
    const today = this.#refunds.filter(({ at }) => at <= evening)
    this.#refunds = this.#refunds.filter(({ at }) => at > evening)
    for (const { at, input } of today) {
      const { refund } = await clock.at(at, () => recordRefund(this.workspace.id, input, system))
      if (input.kind === 'chargeback' && this.chance.happens(0.5)) this.#toUndo.push(refund)
    }

    const won = this.#toUndo.filter(({ createdAt }) => createdAt.plus({ days: 20 }) < evening)
    this.#toUndo = this.#toUndo.filter((refund) => !won.includes(refund))
    for (const refund of won)
      await clock.at(evening, () => undoRefund(refund, this.actor, 'chargeback_won'))
  }
}
