import { DateTime } from 'luxon'
import {
  LEAD,
  RENEWAL,
  add,
  left,
  part,
  sum,
  type Customer,
  type PlainTerms,
  type Promised,
  type Refund,
  type Sale,
} from '#tests/support/money_model/plain'

/**
 * The same books, kept as plainly as can be: no database, no states of commissions, nothing of #money or #terms.
 * Who is owed what is reckoned anew from what happened each time it is asked for.
 */

const COOKIE = 60 * 24 * 3_600_000

export class Books {
  terms: PlainTerms = { rate: 2_000 }
  zone = 'UTC'
  /** Who has a rate of their own, which no rule and no cap is for. */
  own = new Map<string, number>()
  /** Who was brought by whom. */
  referrers = new Map<string, string>()
  clicks: { visitor: string; affiliate: string; at: number }[] = []
  customers = new Map<string, Customer>()
  sales: Sale[] = []
  refunds = new Map<string, Refund>()
  promises: Promised[] = []

  sale(
    sale: Omit<Sale, 'refunded' | 'affiliate' | 'customer'>,
    by: { ref?: string; visitor?: string }
  ) {
    const known = this.customers.get(sale.who)
    if (known?.state === 'lead' && sale.at >= known.boundBy.at + COOKIE)
      this.customers.delete(sale.who)

    const before = this.customers.get(sale.who)
    const click = this.clicks.findLast(
      ({ visitor, at }) => visitor === by.visitor && at <= sale.at && sale.at < at + COOKIE
    )
    const affiliate = before?.affiliate ?? click?.affiliate ?? by.ref ?? null
    const recorded: Sale = { ...sale, refunded: 0, affiliate, customer: null }
    this.sales.push(recorded)
    if (affiliate) this.#attribute(recorded, affiliate)
    for (const refund of this.refunds.values())
      if (refund.sale === sale.name && refund.state === 'waiting') this.#apply(refund, recorded)
  }

  /** A person says whose it is. */
  attribute(sale: Sale, affiliate: string) {
    for (const promise of this.promisesOf(sale)) promise.voided = true
    this.#attribute(sale, affiliate)
  }

  /** The families that are being paid stay. */
  move(customer: Customer, affiliate: string, locked: Set<number> | null) {
    customer.affiliate = affiliate
    for (const sale of locked ? this.sales.filter((each) => each.customer === customer) : []) {
      const free = this.promisesOf(sale).filter((each) => !locked!.has(this.promises.indexOf(each)))
      if (!free.some(({ by }) => by !== 'share')) continue
      for (const promise of free) promise.voided = true
      sale.affiliate = affiliate
      const earlier = this.sales.slice(0, this.sales.indexOf(sale))
      const isFirst = !earlier.some((each) => each.customer === customer && each.amount > 0)
      this.#promise(sale, { known: false, isFirst })
    }
  }

  refund(name: string, sale: string, asked: number | null) {
    const refund: Refund = { sale, asked, amount: 0, state: 'waiting' }
    this.refunds.set(name, refund)
    const recorded = this.sales.find((each) => each.name === sale)
    if (recorded) this.#apply(refund, recorded)
  }

  undo(name: string) {
    const refund = this.refunds.get(name)!
    refund.state = 'undone'
    this.sales.find((each) => each.name === refund.sale)!.refunded -= refund.amount
  }

  give(affiliate: string, currency: string, amount: number) {
    this.#record({ affiliate, currency, amount, by: 'gift', sale: null })
  }

  /** Also those that refunds brought to nothing, but none that a person voided. */
  promisesOf(sale: Sale) {
    return this.promises.filter((each) => each.sale === sale && !each.voided)
  }

  /** What each affiliate earned in each currency. */
  earned(): Record<string, number> {
    const sums: Record<string, number> = {}
    for (const promise of this.promises)
      add(sums, `${promise.affiliate} ${promise.currency}`, left(promise))
    return sums
  }

  #apply(refund: Refund, sale: Sale) {
    refund.amount = Math.min(refund.asked ?? Infinity, sale.amount - sale.refunded)
    refund.state = refund.amount > 0 ? 'applied' : 'dropped'
    sale.refunded += refund.amount
  }

  #attribute(sale: Sale, affiliate: string) {
    const state = sale.kind === 'lead' ? 'lead' : 'customer'
    const bound = this.customers.get(sale.who)
    const customer = bound ?? { affiliate, state, boundBy: sale, firstPayment: null }
    this.customers.set(sale.who, customer)
    sale.affiliate = affiliate
    sale.customer = customer.affiliate === affiliate ? customer : null
    const isFirst = !sale.customer?.firstPayment || sale.customer.firstPayment === sale
    if (sale.customer) {
      if (customer.state === 'lead' && sale.kind !== 'lead') customer.state = 'customer'
      if (sale.amount > 0) customer.firstPayment ??= sale
    }
    const known = sale.customer !== null && sale.customer.boundBy !== sale
    this.#promise(sale, { known, isFirst })
  }

  #promise(sale: Sale, { known, isFirst }: { known: boolean; isFirst: boolean }) {
    const affiliate = sale.affiliate!
    const { currency } = sale
    const { by, amount } = this.#worth(sale, known, isFirst)
    if (amount === 0) return

    this.#record({ affiliate, currency, amount, by, sale })
    const referrer = this.referrers.get(affiliate)
    if (!this.terms.share || !referrer || sale.kind === 'lead') return
    const share = part(sale.amount, this.terms.share, 10_000)
    if (share > 0) this.#record({ affiliate: referrer, currency, amount: share, by: 'share', sale })
  }

  #worth(sale: Sale, known: boolean, isFirst: boolean): Pick<Promised, 'by' | 'amount'> {
    const { terms } = this
    const none = { by: 'terms', amount: 0 } as const
    if (sale.customer?.state === 'denied') return none
    if (terms.firstPaymentOnly && !isFirst) return none
    if (sale.kind === 'lead') return known ? none : { by: 'lead', amount: LEAD[sale.currency] ?? 0 }

    const own = this.own.get(sale.affiliate!)
    if (own !== undefined) return { by: 'terms', amount: part(sale.amount, own, 10_000) }
    const by = sale.kind === 'renewal' ? 'renewal' : 'terms'
    const caps = by === 'renewal' ? RENEWAL : terms
    const month = this.sales.filter((each) => this.#isOfMonth(each, sale))
    const reached = sum(month.filter((each) => each !== sale).map(({ amount }) => amount))
    const tiered = terms.tier && reached >= terms.tier.from ? terms.tier.rate : terms.rate
    const rooms = [part(sale.amount, by === 'renewal' ? RENEWAL.rate : tiered, 10_000)]
    if (by === 'terms' && terms.perCommission) rooms.push(terms.perCommission)
    if (caps.perCustomer) {
      const { customer } = sale
      const same = this.sales.filter((each) => customer && each.customer === customer)
      rooms.push(caps.perCustomer - this.#used(same, sale, by))
    }
    if (by === 'terms' && terms.perMonth) rooms.push(terms.perMonth - this.#used(month, sale, by))
    return { by, amount: Math.max(0, Math.min(...rooms)) }
  }

  #used(sales: Sale[], { affiliate, currency }: Sale, by: Promised['by']) {
    const same = this.promises.filter(
      (each) => each.sale && sales.includes(each.sale) && each.sale.affiliate === affiliate
    )
    const own = same.filter(
      (each) => each.affiliate === affiliate && each.currency === currency && each.by === by
    )
    return sum(own.map(left))
  }

  #isOfMonth({ affiliate, currency, at }: Sale, other: Sale) {
    const month = (millis: number) =>
      DateTime.fromMillis(millis, { zone: this.zone }).toFormat('yyyy-MM')
    return (
      affiliate === other.affiliate && currency === other.currency && month(at) === month(other.at)
    )
  }

  #record(promise: Omit<Promised, 'voided'>) {
    this.promises.push({ ...promise, voided: false })
  }
}
