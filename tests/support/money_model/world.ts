import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { system } from '#core/actor'
import { clock } from '#core/clock'
import { Refusal } from '#exceptions/errors'
import { checks } from '#ledger/checks/index'
import { oneOfEach } from '#ledger/checks/one_of_each'
import { verifyLedger } from '#ledger/verify'
import CommissionRule from '#models/commission_rule'
import Link from '#models/link'
import { Books } from '#tests/support/money_model/books'
import { CURRENCIES, LEAD, RENEWAL, add } from '#tests/support/money_model/plain'
import { decideVerbs } from '#tests/support/money_model/decide_verbs'
import { earnVerbs } from '#tests/support/money_model/earn_verbs'
import { payVerbs } from '#tests/support/money_model/pay_verbs'
import { makeAffiliate, makeProgram } from '#tests/support/world'
import type Affiliate from '#models/affiliate'
import type { ConversionInput } from '#tracking/input'

/** One random command: what is done, to which rows, with how much, after how many days. */
export interface Command {
  verb: string
  which: number
  other: number
  /** Of what is there, in basis points; from 1. */
  share: number
  days: number
}

export type Verb = (world: World, command: Command) => Promise<unknown>

/** How often each is drawn. */
export const verbs: Record<string, { weight: number; does: Verb }> = {
  ...earnVerbs,
  ...decideVerbs,
  ...payVerbs,
}

export const START = DateTime.fromISO('2026-03-20T10:00:00Z', { zone: 'utc' })

/** What the model knows of a payout once it is approved. */
interface Sent {
  runId: string
  of: string
  amount: number
  state: string
}

/** A workspace that random commands are done to, and beside it the plain books of the same. */
export class World {
  now = START
  books = new Books()
  payouts = new Map<string, Sent>()
  inputs: ConversionInput[] = []
  serial = 0

  private constructor(
    readonly program: Awaited<ReturnType<typeof makeProgram>>,
    readonly affiliates: Affiliate[],
    readonly links: Link[]
  ) {}

  /** Three affiliates, of whom the second was brought by the first and the third has a minimum. */
  static async begin() {
    const program = await makeProgram({ holdDays: 10 }, { payoutMinimums: { USD: 200 } })
    const { workspace, campaign, affiliate } = program
    const brought = await makeAffiliate(workspace, { referrerId: affiliate.id })
    const modest = await makeAffiliate(workspace, { payoutMinimums: { USD: 2_000, JPY: 50 } })
    const links = [program.link]
    for (const each of [brought, modest]) links.push(await Link.make(each, campaign, {}, system))
    const about = { workspaceId: workspace.id, campaignId: campaign.id, lockVersion: 0 }
    const rule = { ...about, allConditions: [], anyConditions: [] }
    await CommissionRule.create({
      ...rule,
      position: 1,
      event: 'lead',
      reward: { type: 'flat', amounts: LEAD },
    })
    const perCustomer = CURRENCIES.map((currency) => [currency, RENEWAL.perCustomer])
    await CommissionRule.create({
      ...rule,
      position: 2,
      event: 'renewal',
      reward: { type: 'percent', rate_bps: RENEWAL.rate },
      capPerCustomer: Object.fromEntries(perCustomer),
    })
    const world = new World(program, [affiliate, brought, modest], links)
    world.books.referrers.set(brought.id, affiliate.id)
    return world
  }

  /** Answers whether it was done; what is refused is not, and changes nothing. */
  async do(command: Command): Promise<boolean> {
    this.now = this.now.plus({ seconds: 1 })
    try {
      await clock.at(this.now, () => verbs[command.verb].does(this, command))
      return true
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return false
    }
  }

  /** Does what must be refused exactly where the model says that it may not be done. */
  async exactlyIf(may: boolean, work: () => Promise<unknown>) {
    try {
      await work()
    } catch (error) {
      if (may || !(error instanceof Refusal)) throw new Error('was refused', { cause: error })
      throw error
    }
    if (!may) throw new Error('was not refused')
  }

  /** What was promised, as it was recorded, the oldest first. */
  async promised() {
    const rows = await this.originals()
    return rows.map((row) => inWords(row.affiliate_id, row.amount, row.currency, row.voided))
  }

  expectedPromised() {
    return this.books.promises.map(({ affiliate, amount, currency, voided }) =>
      inWords(affiliate, amount, currency, voided)
    )
  }

  async originals(): Promise<
    { id: string; affiliate_id: string; amount: number; currency: string; voided: boolean }[]
  > {
    const rows = await db
      .from('commissions')
      .where('workspace_id', this.program.workspace.id)
      .whereNull('reversal_of')
      .orderBy('id')
      .select('id', 'affiliate_id', 'amount', 'currency', 'void_reason')
    return rows.map((row) => ({ ...row, voided: row.void_reason !== null }))
  }

  /** Which promises, counted from 0, have a row that is being paid or is paid. */
  async locked(): Promise<Set<number>> {
    const rows = await db
      .from('commissions')
      .where('workspace_id', this.program.workspace.id)
      .whereIn('state', ['processing', 'paid'])
      .select('id', 'reversal_of')
    const ids = new Set(rows.map((row) => row.reversal_of ?? row.id))
    const originals = await this.originals()
    return new Set(originals.flatMap(({ id }, index) => (ids.has(id) ? index : [])))
  }

  /** By affiliate and currency: earned, being paid, paid. */
  async balances() {
    const found: Record<string, number[]> = {}
    for (const affiliate of this.affiliates)
      for (const { currency, held, pending, due, processing, paid } of await affiliate.balances())
        found[`${affiliate.id} ${currency}`] = [
          held + pending + due + processing + paid,
          processing,
          paid,
        ]
    return withoutZeros(found)
  }

  expectedBalances() {
    const earned = this.books.earned()
    const processing: Record<string, number> = {}
    const paid: Record<string, number> = {}
    for (const { of, amount, state } of this.payouts.values()) {
      if (state === 'approved' || state === 'processing') add(processing, of, amount)
      if (state === 'paid') add(paid, of, amount)
    }
    const keys = [earned, processing, paid].flatMap(Object.keys)
    return withoutZeros(
      Object.fromEntries(
        keys.map((key) => [key, [earned[key] ?? 0, processing[key] ?? 0, paid[key] ?? 0]])
      )
    )
  }

  /** The rules of the books, without that of names, each asked at once of all rows of the workspace: there are few. */
  async breaks() {
    const { id } = this.program.workspace
    const found: object[] = []
    for (const { looks, number } of checks.filter((check) => !check.warns && check !== oneOfEach))
      for (const { table, broken } of looks)
        for (const each of await broken((query) => query.where(`${table}.workspace_id`, id)))
          found.push({ check: number, ...each })
    return found
  }

  /** As `ledger:verify` does it. */
  async verdict() {
    return clock.at(this.now, () => verifyLedger({ workspaceId: this.program.workspace.id }))
  }
}

export function pick<T>(items: readonly T[], which: number): T | undefined {
  return items.length > 0 ? items[which % items.length] : undefined
}

function inWords(affiliate: string, amount: number, currency: string, voided: boolean) {
  return `${affiliate} ${amount} ${currency}${voided ? ', voided by a person' : ''}`
}

function withoutZeros(sums: Record<string, number[]>) {
  const some = Object.entries(sums).filter(([, amounts]) => amounts.some((amount) => amount !== 0))
  return Object.fromEntries(some.sort(([one], [other]) => (one < other ? -1 : 1)))
}
