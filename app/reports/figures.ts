import db from '@adonisjs/lucid/services/db'
import { minorUnits, sum } from '#money/arithmetic'
import { nameOfDay, type Period } from '#reports/period'
import type Workspace from '#models/workspace'

/** In minor units of one currency. */
export interface Money {
  /** What was sold, less what was given back of it since. */
  revenue: number
  commissions: number
  payouts: number
}

export interface Figures {
  /** Without those that are marked: bots and the like. */
  clicks: number
  /** Leads, sales and renewals. */
  conversions: number
  /** By currency; never added over currencies. */
  money: Map<string, Money>
}

/** Only what is of these. */
export interface Narrowed {
  campaign_id?: string
  affiliate_id?: string
  link_id?: string
}

export const groups = ['campaign', 'affiliate', 'link'] as const
export type Group = (typeof groups)[number]

/**
 * What was counted of a period, from the daily counts alone: by day, by campaign, affiliate or link (empty where
 * there is none), or all in one under ''.
 */
export async function figuresBy(
  by: Group | 'day' | null,
  workspace: Workspace,
  period: Period,
  narrowed: Narrowed
): Promise<Map<string, Figures>> {
  const column = by === null || by === 'day' ? by : `${by}_id`
  const found = new Map<string, Figures>()
  const at = (key: string) => {
    if (!found.has(key)) found.set(key, none())
    return found.get(key)!
  }

  for (const row of await clicksBy(column, workspace, period, narrowed))
    at(row.key ?? '').clicks = Number(row.clicks)
  for (const row of await sumsBy(column, workspace, period, narrowed)) {
    const figures = at(row.key ?? '')
    figures.conversions += Number(row.conversions)
    if (row.currency === '') continue
    const [sold, refunded] = [minorUnits(row.sold), minorUnits(row.refunded)]
    figures.money.set(row.currency, {
      revenue: sum([sold, -refunded]),
      commissions: minorUnits(row.commissions),
      payouts: minorUnits(row.payouts),
    })
  }
  return found
}

export function none(): Figures {
  return { clicks: 0, conversions: 0, money: new Map() }
}

/** Figures of some days as those of all of them. */
export function together(some: Figures[]): Figures {
  const all = none()
  for (const { clicks, conversions, money } of some) {
    all.clicks += clicks
    all.conversions += conversions
    for (const [currency, more] of money) {
      const known = moneyIn(all, currency)
      all.money.set(currency, {
        revenue: sum([known.revenue, more.revenue]),
        commissions: sum([known.commissions, more.commissions]),
        payouts: sum([known.payouts, more.payouts]),
      })
    }
  }
  return all
}

export function moneyIn({ money }: Figures, currency: string): Money {
  return money.get(currency) ?? { revenue: 0, commissions: 0, payouts: 0 }
}

interface ClickRow {
  key?: string
  clicks: number
}

interface SumRow {
  key?: string
  currency: string
  conversions: number
  sold: number
  refunded: number
  commissions: number
  payouts: number
}

function clicksBy(
  column: string | null,
  { id }: Workspace,
  period: Period,
  narrowed: Narrowed
): Promise<ClickRow[]> {
  return within(db.from('daily_clicks').where('workspace_id', id), period, narrowed)
    .if(column, (query) => query.groupBy(column!).select(`${column} as key`))
    .sum('clicks as clicks')
}

function sumsBy(
  column: string | null,
  { id }: Workspace,
  period: Period,
  narrowed: Narrowed
): Promise<SumRow[]> {
  return within(db.from('daily_sums').where('workspace_id', id), period, narrowed)
    .if(column, (query) => query.groupBy(column!).select(`${column} as key`))
    .groupBy('currency')
    .select('currency')
    .sum('conversions as conversions')
    .sum('sold as sold')
    .sum('refunded as refunded')
    .sum('commissions as commissions')
    .sum('payouts as payouts')
}

function within<Q extends ReturnType<typeof db.from>>(
  query: Q,
  period: Period,
  narrowed: Narrowed
) {
  for (const [column, value] of Object.entries(narrowed))
    if (value) query.where(column, value as string)
  return query.whereBetween('day', [nameOfDay(period.from), nameOfDay(period.to)])
}
