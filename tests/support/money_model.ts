import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { system } from '#core/actor'
import { clock } from '#core/clock'
import { Refusal } from '#exceptions/errors'
import { matureCommissions } from '#ledger/mature'
import { recordRefund, undoRefund } from '#ledger/refunds'
import { verifyLedger } from '#ledger/verify'
import Affiliate from '#models/affiliate'
import Commission from '#models/commission'
import Link from '#models/link'
import Payout from '#models/payout'
import PayoutRun from '#models/payout_run'
import Refund from '#models/refund'
import { openByHand, openScheduled } from '#payouts/open'
import { recordConversion } from '#tracking/record_conversion'
import { makeAffiliate, makeProgram } from '#tests/support/world'
import type { PayoutRunState, PayoutState } from '#models/types'

/** One random command: what is done, to which row, with how much, after how many days. */
export interface Command {
  verb: (typeof verbs)[number]
  which: number
  /** Of what is there, in basis points. */
  share: number
  days: number
}

export const verbs = [
  ...([
    'sale',
    'sale',
    'renewal',
    'again',
    'refund',
    'refund',
    'whole',
    'early',
    'sameRefund',
    'undo',
  ] as const),
  ...([
    'approve',
    'void',
    'hold',
    'release',
    'suspend',
    'activate',
    'pass',
    'pass',
    'open',
    'open',
  ] as const),
  ...([
    'schedule',
    'exclude',
    'approveRun',
    'approveRun',
    'execute',
    'pay',
    'pay',
    'payRun',
    'fail',
  ] as const),
  ...(['return', 'cancel'] as const),
]

/** What a sale is worth to its affiliate, told as plainly as can be. */
interface Plain {
  affiliate: string
  currency: string
  amount: number
  refunded: number
  voided: boolean
}

const CURRENCIES = ['USD', 'JPY']
const AMOUNTS = [1, 3, 99, 1_001, 9_900, 123_457]
const RATE = 2_000

type Program = Awaited<ReturnType<typeof makeProgram>>

/** A workspace that random commands are done to, and beside it what they must come to. */
export class World {
  #now = DateTime.utc()
  #sales = new Map<string, Plain>()
  #early: { sale: string; amount: number }[] = []
  #inputs: Parameters<typeof recordConversion>[1][] = []
  #refunds: Parameters<typeof recordRefund>[1][] = []
  #serial = 0

  private constructor(
    readonly program: Program,
    readonly links: Link[]
  ) {}

  static async begin() {
    const program = await makeProgram({ holdDays: 10 }, { payoutMinimums: { USD: 200 } })
    const other = await makeAffiliate(program.workspace)
    const world = new World(program, [
      program.link,
      await Link.make(other, program.campaign, {}, system),
    ])
    for (const which of [1, 2, 3]) await world.do({ verb: 'sale', which, share: 4, days: 0 })
    await world.do({ verb: 'pass', which: 0, share: 1, days: 11 })
    return world
  }

  /** What is refused is not done, and changes nothing. */
  async do(command: Command) {
    try {
      await clock.at(this.#now, () => this.#verbs[command.verb](command))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
    this.#now = this.#now.plus({ seconds: 1 })
  }

  async breaks() {
    const { breaks } = await clock.at(this.#now, () =>
      verifyLedger({ workspaceId: this.program.workspace.id })
    )
    return breaks
  }

  async sums(): Promise<Record<string, number>> {
    const rows = await db
      .from('commissions')
      .where('workspace_id', this.program.workspace.id)
      .whereNot('state', 'voided')
      .groupBy('affiliate_id', 'currency')
      .select('affiliate_id', 'currency')
      .sum('amount as total')
    return withoutZeros(
      rows.map((row) => [`${row.affiliate_id} ${row.currency}`, Number(row.total)])
    )
  }

  expectedSums(): Record<string, number> {
    const sums = new Map<string, number>()
    for (const sale of this.#sales.values()) {
      const key = `${sale.affiliate} ${sale.currency}`
      sums.set(key, (sums.get(key) ?? 0) + worth(sale))
    }
    return withoutZeros([...sums])
  }

  #verbs: Record<Command['verb'], (command: Command) => Promise<unknown>> = {
    sale: ({ which, share }) => this.#sell(`sale-${++this.#serial}`, which, share),
    renewal: ({ which, share }) =>
      this.#sell(`renewal-${++this.#serial}`, which, share, `sub-${which % 3}`),
    again: async ({ which }) => {
      const input = pick(this.#inputs, which)
      if (input) await recordConversion(this.program.workspace, input, system)
    },
    refund: ({ which, share }) =>
      this.#refund(which, (amount) => Math.ceil((amount * share) / 10_000)),
    whole: ({ which }) => this.#refund(which, (_, left) => left),
    early: async ({ share }) => {
      const sale = `sale-${this.#serial + 1}`
      await this.#give(sale, share)
      this.#early.push({ sale, amount: share })
    },
    sameRefund: async ({ which }) => {
      const input = pick(this.#refunds, which)
      if (input) await recordRefund(this.program.workspace.id, input, system)
    },
    undo: async ({ which }) => {
      const refund = pick(await this.#all(Refund), which)
      if (!refund) return
      await undoRefund(refund, system, 'won')
      this.#sales.get(refund.conversionExternalId)!.refunded -= refund.amount!
    },
    approve: ({ which }) => this.#commission(which, (commission) => commission.approve(system)),
    hold: ({ which }) => this.#commission(which, (commission) => commission.hold(system)),
    release: ({ which }) => this.#commission(which, (commission) => commission.release(system)),
    void: ({ which }) =>
      this.#commission(which, async (commission) => {
        await commission.void(system, 'fraud')
        await commission.load('conversion')
        this.#sales.get(commission.conversion.externalId)!.voided = true
      }),
    suspend: async ({ which }) => pick(await this.#all(Affiliate), which)?.suspend(system, 'fraud'),
    activate: async ({ which }) => pick(await this.#all(Affiliate), which)?.activate(system),
    pass: ({ days }) => {
      this.#now = this.#now.plus({ days })
      return clock.at(this.#now, () => matureCommissions())
    },
    open: () => openByHand(this.program.workspace, {}, this.program.owner.actor),
    schedule: () => openScheduled(this.program.workspace),
    exclude: async ({ which }) =>
      pick(await this.#payouts(which, 'awaiting_approval'), which)?.exclude(system, 'asked'),
    approveRun: async ({ which }) =>
      pick(await this.#runs('awaiting_approval'), which)?.approve(this.program.owner.actor),
    execute: async ({ which }) =>
      pick(await this.#runs('approved'), which)?.execute(this.program.owner.actor),
    pay: async ({ which }) =>
      pick(await this.#payouts(which, 'approved', 'processing'), which)?.pay(system, {
        reference: 'cash',
      }),
    payRun: async ({ which }) =>
      pick(await this.#runs(which % 2 ? 'processing' : 'approved'), which)?.pay(
        this.program.owner.actor,
        { reference: 'bank' }
      ),
    fail: async ({ which }) =>
      pick(await this.#payouts(which, 'approved', 'processing'), which)?.fail(
        system,
        'account_closed'
      ),
    return: async ({ which }) =>
      pick(await this.#payouts(which, 'paid'), which)?.return(system, 'account_closed'),
    cancel: async ({ which }) => pick(await this.#all(PayoutRun), which)?.cancel(system, 'mistake'),
  }

  async #sell(externalId: string, which: number, share: number, subscriptionId?: string) {
    const link = this.links[which % this.links.length]
    const amount = AMOUNTS[share % AMOUNTS.length]
    const currency = CURRENCIES[which % 3 === 0 ? 1 : 0]
    const customer = { externalId: `${subscriptionId ?? externalId}-${link.id}` }
    const input = { externalId, amount, currency, customer, subscriptionId, ref: link.refParam }
    await recordConversion(this.program.workspace, input, system)

    this.#inputs.push(input)
    const sale = { affiliate: link.affiliateId, currency, amount, refunded: 0, voided: false }
    this.#sales.set(externalId, sale)
    for (const early of this.#early.filter((each) => each.sale === externalId)) {
      sale.refunded = Math.min(amount, sale.refunded + early.amount)
    }
  }

  async #refund(which: number, much: (amount: number, left: number) => number) {
    const [externalId, sale] = pick([...this.#sales], which) ?? []
    if (!externalId || !sale) return
    const amount = much(sale.amount, sale.amount - sale.refunded)
    await this.#give(externalId, amount)
    sale.refunded += amount
  }

  async #give(conversionExternalId: string, amount: number) {
    const input = {
      externalId: `refund-${this.#refunds.length}-${this.#now.toMillis()}`,
      conversionExternalId,
      amount,
    }
    await recordRefund(this.program.workspace.id, input, system)
    this.#refunds.push(input)
  }

  async #commission(which: number, work: (commission: Commission) => Promise<unknown>) {
    const commission = pick(await this.#all(Commission), which)
    if (commission) await work(commission)
  }

  #all<
    Model extends
      typeof Affiliate | typeof Commission | typeof Payout | typeof PayoutRun | typeof Refund,
  >(model: Model) {
    const query = model.query() as ReturnType<typeof Affiliate.query>
    return query
      .where('workspace_id', this.program.workspace.id)
      .orderBy('id', 'desc')
      .exec() as unknown as Promise<InstanceType<Model>[]>
  }

  /** Mostly those that the verb is for; now and then any. */
  #payouts(which: number, ...states: PayoutState[]) {
    const query = Payout.query().where('workspace_id', this.program.workspace.id)
    return query
      .if(which % 5 !== 0, (some) => some.whereIn('state', states))
      .orderBy('id')
      .exec()
  }

  #runs(state: PayoutRunState) {
    return PayoutRun.query()
      .where({ workspace_id: this.program.workspace.id, state })
      .orderBy('id')
      .exec()
  }
}

function pick<T>(items: T[], which: number): T | undefined {
  return items.length > 0 ? items[which % items.length] : undefined
}

/** Half away from zero twice: the commission of the sale, and its part that was not refunded. */
function worth({ amount, refunded, voided }: Plain) {
  const original = half(amount * RATE, 10_000)
  return voided ? 0 : half(original * (amount - refunded), amount)
}

function half(numerator: number, denominator: number) {
  return Math.floor((2 * numerator + denominator) / (2 * denominator))
}

function withoutZeros(sums: [string, number][]) {
  return Object.fromEntries(
    sums.filter(([, total]) => total !== 0).sort(([one], [other]) => (one < other ? -1 : 1))
  )
}
