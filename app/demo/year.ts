import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { Chance } from '#demo/chance'
import { bots, browsers, countries, referrers } from '#demo/cast'
import { payMonth } from '#demo/month'
import { Program } from '#demo/program'
import { Trade } from '#demo/trade'
import { matureCommissions } from '#ledger/mature'
import Affiliate from '#models/affiliate'
import { clickRow, newVisitorId, type ClickRow } from '#tracking/click_row'
import { insertClicksPatiently } from '#tracking/click_store'
import { rollUpSumsOf } from '#reports/roll_up'
import { rollUpWorkspace } from '#tracking/rollup'
import type Link from '#models/link'
import type User from '#models/user'
import type Workspace from '#models/workspace'

/** How many of a day's visitors buy, and how many only leave their name. */
const BUYS = 0.05
const LEADS = 0.04

export interface DemoOptions {
  affiliates: number
  months: number
  seed: number
  /** Told after each day, from 0 to 1. */
  progress?: (done: number) => void | Promise<void>
}

/** A year of a program, told day by day to the verbs that a real one is told by. */
export class Year {
  #chance: Chance
  #program: Program
  #trade: Trade
  #customers = 0

  constructor(
    private workspace: Workspace,
    private owner: User,
    private options: DemoOptions
  ) {
    this.#chance = new Chance(options.seed)
    this.#program = new Program(workspace, owner.actor)
    this.#trade = new Trade(workspace, owner.actor, this.#chance)
  }

  async live() {
    const end = clock.now()
    const start = end.minus({ months: this.options.months }).startOf('day')
    const days = Math.floor(end.diff(start, 'days').days)
    await this.#program.found(start.plus({ hours: 8 }))

    for (let day = 0; day <= days; day++) {
      const morning = start.plus({ days: day, hours: 9 })
      if (morning > end) break
      await this.#day(morning, end, day / days)
      await this.options.progress?.(day / days)
    }
    await rollUpWorkspace(this.workspace)
    await rollUpSumsOf(this.workspace)
  }

  async #day(morning: DateTime, end: DateTime, progress: number) {
    await clock.at(morning, async () => {
      await this.#program.growTo(this.#affiliatesAt(progress))
      if (morning.day === 1)
        await payMonth(this.workspace, this.owner, this.#chance, morning.plus({ months: 1 }) > end)
      await matureCommissions({ workspaceId: this.workspace.id })
    })
    await this.#visits(morning, end, progress)
    const evening = DateTime.min(morning.plus({ hours: 10 }), end)
    await this.#trade.renewals(morning, end)
    await this.#trade.refundsUntil(evening)
  }

  /** They come over the first two thirds of the year. */
  #affiliatesAt(progress: number) {
    return Math.min(1, 0.2 + progress * 1.3) * this.options.affiliates
  }

  async #visits(morning: DateTime, end: DateTime, progress: number) {
    const weekend = morning.weekday > 5 ? 0.6 : 1
    const { links } = this.#program
    const count = Math.round(links.length * weekend * (0.4 + progress) * 0.8)
    const clicks: ClickRow[] = []
    const visits = Array.from({ length: count }, () => {
      const at = morning.plus({ minutes: this.#chance.whole(0, 600) })
      const { link, target } = links[Math.floor(this.#chance.next() ** 2 * links.length)]
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
    const externalId = `customer-${++this.#customers}`
    const self = this.#chance.happens(0.02)
    const customer = {
      externalId,
      email: self
        ? (await Affiliate.findOrFail(link.affiliateId)).email
        : `${externalId}@example.net`,
      country: this.#chance.pick(countries),
    }
    if (!buys) return this.#trade.lead(at.plus({ minutes: 4 }), customer, visitorId)
    await this.#trade.buy(at.plus({ minutes: 12 }), customer, visitorId, this.#program.coupons)
  }
}
