import { InvalidFieldsException } from '#exceptions/errors'
import { changeInPercent } from '#money/arithmetic'
import { currencyCodes, isCurrency } from '#money/currencies'
import {
  figuresBy,
  moneyIn,
  none,
  together,
  type Figures,
  type Group,
  type Money,
  type Narrowed,
} from '#reports/figures'
import { before, cutUp, nameOfDay, type Interval, type Period } from '#reports/period'
import type Workspace from '#models/workspace'

/** One day, week or month of a period, and what was counted in it. */
export interface Part {
  period: Period
  figures: Figures
}

export interface Summary {
  now: Figures
  before: Figures
}

/** What was counted of a period, and of as many days before it. */
export async function summaryOf(workspace: Workspace, period: Period, narrowed: Narrowed) {
  const of = async (some: Period) =>
    (await figuresBy(null, workspace, some, narrowed)).get('') ?? none()
  return { now: await of(period), before: await of(before(period)) } satisfies Summary
}

/** What was counted, day by day, week by week or month by month; parts without anything too. */
export async function seriesOf(
  workspace: Workspace,
  period: Period,
  interval: Interval,
  narrowed: Narrowed
): Promise<Part[]> {
  const days = await figuresBy('day', workspace, period, narrowed)
  const named = [...days].sort(([one], [other]) => (one < other ? -1 : 1))
  return cutUp(period, interval).map((part) => {
    const [from, to] = [nameOfDay(part.from), nameOfDay(part.to)]
    const inIt = named.filter(([day]) => day >= from && day <= to)
    return { period: part, figures: together(inIt.map(([, figures]) => figures)) }
  })
}

/** One campaign, affiliate or link; '' is what has none. */
export interface Ranked {
  id: string
  figures: Figures
}

/** Campaigns, affiliates or links by the commissions of one currency, then revenue, then clicks. */
export async function topOf(
  workspace: Workspace,
  period: Period,
  group: Group,
  currency: string,
  narrowed: Narrowed
): Promise<Ranked[]> {
  const found = await figuresBy(group, workspace, period, narrowed)
  const worth = ({ figures }: Ranked) => {
    const { commissions, revenue } = moneyIn(figures, currency)
    return [commissions, revenue, figures.clicks, figures.conversions]
  }
  return [...found]
    .map(([id, figures]) => ({ id, figures }))
    .sort((one, other) => {
      const [mine, theirs] = [worth(one), worth(other)]
      const at = mine.findIndex((value, index) => value !== theirs[index])
      return at < 0 ? (one.id < other.id ? -1 : 1) : theirs[at] - mine[at]
    })
}

/** How much more or less than before, in percent; none where there was nothing before. */
export function changesOf({ now, before: past }: Summary, currency: string) {
  const [money, old] = [moneyIn(now, currency), moneyIn(past, currency)]
  const of = (name: keyof Money) => changeInPercent(old[name], money[name])
  return {
    clicks: changeInPercent(past.clicks, now.clicks),
    conversions: changeInPercent(past.conversions, now.conversions),
    revenue: of('revenue'),
    commissions: of('commissions'),
    payouts: of('payouts'),
  }
}

/** The workspace's own currency and those in which there is something, its own first. */
export function currenciesIn(workspace: Workspace, { now, before: past }: Summary): string[] {
  const found = new Set([...now.money.keys(), ...past.money.keys()])
  found.delete(workspace.currency)
  return [workspace.currency, ...currencyCodes.filter((code) => found.has(code))]
}

/** @throws InvalidFieldsException for what is no currency */
export function currencyOf({ currency }: Workspace, asked: string | undefined): string {
  if (!asked) return currency
  if (!isCurrency(asked))
    throw InvalidFieldsException.on('currency', 'currency', 'currency must be such as USD.')
  return asked
}
