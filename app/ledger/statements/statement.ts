import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'
import { monthAfter, monthOf, monthsBetween, startOf, type Month } from '#ledger/statements/months'
import {
  addUp,
  countOf,
  linesOf,
  sumsOf,
  type Posting,
  type Span,
} from '#ledger/statements/postings'
import { zonesOf } from '#ledger/statements/zones'
import { minorUnits, sum } from '#money/arithmetic'
import type { PostingKind } from '#ledger/statements/postings'
import type Affiliate from '#models/affiliate'
import type { CommissionState } from '#models/types'
import type { DateTime } from 'luxon'

/** Longer than any transaction lasts: what was booked in a month's last moment is stored by then. */
const SETTLING = { minutes: 5 }

/** What a total of a statement is made of. */
const TOTALS = {
  earned: ['lead', 'sale', 'renewal', 'referral_share'],
  adjusted: ['bonus', 'adjustment'],
  reversed: ['reversal'],
  voided: ['voided'],
  paid: ['payout_paid'],
  returned: ['payout_returned'],
} satisfies Record<string, PostingKind[]>

export type Total = keyof typeof TOTALS
export const totals = Object.keys(TOTALS) as Total[]

/**
 * One currency of a statement, in minor units. A balance is what was earned and is not paid: the sum of all
 * commissions that are not voided, less the payouts that are paid. `opening` and the six totals, each signed, come to
 * `closing`, which is the next month's opening.
 */
export interface StatementBalance extends Record<Total, number> {
  currency: string
  opening: number
  closing: number
}

/** What of the closing balance waits for a person, waits for the end of its hold, and is due (or on its way). */
export interface Makeup {
  held: number
  pending: number
  due: number
}

/** A posting, and the balance of its currency after it. */
export type StatementLine = Posting & { balance: number }

export interface Detail {
  lines: StatementLine[]
  linesCount: number
  /** By currency. */
  makeup: Map<string, Makeup>
}

/** What one affiliate had, earned and was paid in a calendar month of the workspace. */
export class Statement {
  constructor(
    readonly affiliate: Affiliate,
    readonly month: Month,
    readonly startsAt: DateTime,
    readonly endsAt: DateTime,
    readonly balances: StatementBalance[]
  ) {}

  get id() {
    return this.month
  }

  /** The month is over, and nothing will ever be added to it. */
  get final() {
    return clock.now() >= this.endsAt.plus(SETTLING)
  }

  get span(): Span {
    return { from: this.startsAt, to: this.endsAt }
  }

  /** The first lines, how many there are, and what its closing balances are made of. */
  async detail(limit: number): Promise<Detail> {
    const balances = openingsOf(this)
    const postings = await linesOf(this.affiliate.id, this.span, limit)
    return {
      lines: postings.map((posting) => withBalance(posting, balances)),
      linesCount: await countOf(this.affiliate.id, this.span),
      makeup: await this.makeup(),
    }
  }

  /** All lines in the order of their booking, read in pieces. */
  async *lines(piece = 1_000): AsyncGenerator<StatementLine> {
    const balances = openingsOf(this)
    for (let after: Posting | undefined; ;) {
      const postings: Posting[] = await linesOf(this.affiliate.id, this.span, piece, after)
      for (const posting of postings) yield withBalance(posting, balances)
      if (postings.length < piece) return
      after = postings.at(-1)
    }
  }

  /** By currency. */
  async makeup(): Promise<Map<string, Makeup>> {
    const waiting = await waitingAt(this.affiliate, this.endsAt)
    return new Map(
      this.balances.map(({ currency, closing }) => {
        const held = waiting(currency, 'held')
        const pending = waiting(currency, 'pending')
        return [currency, { held, pending, due: sum([closing, -held, -pending]) }]
      })
    )
  }
}

/** Every month since the affiliate came, the newest first. */
export async function statementMonths(affiliate: Affiliate): Promise<Month[]> {
  const zones = await zonesFor(affiliate)
  return monthsBetween(monthOf(affiliate.createdAt, zones), monthOf(clock.now(), zones))
}

/** The statements of these months, in their order. */
export async function statementsOf(affiliate: Affiliate, months: Month[]): Promise<Statement[]> {
  const zones = await zonesFor(affiliate)
  const statements: Statement[] = []
  let openings: Map<string, number> | null = null
  for (const month of months.toSorted()) {
    const span = { from: startOf(month, zones), to: startOf(monthAfter(month), zones) }
    openings ??= addUp(await sumsOf(affiliate.id, { from: null, to: span.from }))
    const balances = balancesOf(openings, await sumsOf(affiliate.id, span))
    statements.push(new Statement(affiliate, month, span.from, span.to, balances))
    openings = new Map(balances.map(({ currency, closing }) => [currency, closing]))
  }
  return months.map((wanted) => statements.find(({ month }) => month === wanted)!)
}

async function zonesFor(affiliate: Affiliate) {
  await affiliate.loadOnce('workspace')
  return zonesOf(affiliate.workspace)
}

/** A currency is listed while it has a balance or was moved. */
function balancesOf(
  openings: Map<string, number>,
  sums: Pick<Posting, 'currency' | 'kind' | 'amount'>[]
): StatementBalance[] {
  const opened = [...openings].filter(([, opening]) => opening !== 0).map(([currency]) => currency)
  const currencies = [...new Set([...opened, ...sums.map(({ currency }) => currency)])]
  return currencies.sort().map((currency) => {
    const opening = openings.get(currency) ?? 0
    const moved = Object.fromEntries(
      totals.map((name) => [name, totalOf(sums, currency, TOTALS[name])])
    ) as Record<Total, number>
    return { currency, opening, ...moved, closing: sum([opening, ...Object.values(moved)]) }
  })
}

function totalOf(
  sums: Pick<Posting, 'currency' | 'kind' | 'amount'>[],
  currency: string,
  kinds: PostingKind[]
) {
  return sum(
    sums
      .filter((each) => each.currency === currency && kinds.includes(each.kind))
      .map(({ amount }) => amount)
  )
}

function openingsOf({ balances }: Statement) {
  return new Map(balances.map(({ currency, opening }) => [currency, opening]))
}

/** The line, with the balance of its currency after it. */
function withBalance(posting: Posting, balances: Map<string, number>): StatementLine {
  const balance = sum([balances.get(posting.currency) ?? 0, posting.amount])
  balances.set(posting.currency, balance)
  return { ...posting, balance }
}

/** What was in a state at an instant, by currency: what had entered it less what had left it, as the events tell. */
async function waitingAt(affiliate: Affiliate, at: DateTime) {
  const rows: { currency: string; left: string | null; entered: string; amount: number }[] =
    await db
      .from('commissions')
      .join('events', 'events.subject_id', 'commissions.id')
      .where('commissions.affiliate_id', affiliate.id)
      .where('events.created_at', '<', at.toJSDate())
      .whereNotNull('events.to_state')
      .groupBy('commissions.currency', 'events.from_state', 'events.to_state')
      .select('commissions.currency', 'events.from_state as left', 'events.to_state as entered')
      .sum('commissions.amount as amount')

  return (currency: string, state: CommissionState) =>
    sum(
      rows
        .filter((row) => row.currency === currency)
        .flatMap(({ left, entered, amount }) => [
          ...(entered === state ? [minorUnits(amount)] : []),
          ...(left === state ? [-minorUnits(amount)] : []),
        ])
    )
}
