import { campaignFilter, linkedFilters } from '#views/pages/filters'
import { moneyIn, type Figures, type Money } from '#reports/figures'
import { namesOf } from '#reports/names'
import { before, lengthOf, nameOfDay, type Interval, type Period } from '#reports/period'
import { changesOf, currenciesIn, seriesOf, summaryOf, topOf, type Part } from '#reports/report'
import { dayOf } from '#tracking/rollup'
import { clock } from '#core/clock'
import { plural } from '#views/words'
import type { readReport } from '#reports/asked'
import type { DateTime } from 'luxon'
import type Workspace from '#models/workspace'

/** As many as the page lists; the file has all. */
const MOST = 50

type Asked = Awaited<ReturnType<typeof readReport>>

/** Figures of a period beside those of as many days before, cut up and by what they are of. Money is of one currency. */
export async function reportPage(workspace: Workspace, asked: Asked) {
  const { period, interval, group, currency, narrowed } = asked
  const summary = await summaryOf(workspace, period, narrowed)
  const now = await seriesOf(workspace, period, interval, narrowed)
  const past = await seriesOf(workspace, before(period), interval, narrowed)
  const top = await topOf(workspace, period, group, currency, narrowed)
  const shown = top.slice(0, MOST)
  const names = await namesOf(
    group,
    workspace,
    shown.map(({ id }) => id)
  )
  const { affiliate_id: affiliate, link_id: link } = narrowed
  return {
    ...asked,
    from: nameOfDay(period.from),
    to: nameOfDay(period.to),
    days: lengthOf(period),
    presets: presetsOf(workspace, period),
    currencies: currenciesIn(workspace, summary),
    clicks: summary.now.clicks,
    conversions: summary.now.conversions,
    sums: moneyIn(summary.now, currency),
    changes: changesOf(summary, currency),
    against: `against the ${plural(lengthOf(period), 'day')} before`,
    labels: now.map((part) => labelOf(part.period, interval)),
    charts: chartsOf(now, past, currency),
    top: shown.map(({ id, figures }) => ({
      id,
      name: names.get(id),
      clicks: figures.clicks,
      conversions: figures.conversions,
      ...moneyIn(figures, currency),
    })),
    more: top.length - shown.length,
    filters: [
      await campaignFilter(workspace),
      ...(await linkedFilters(
        workspace,
        { affiliate_id: affiliate, link_id: link },
        { affiliate_id: 'Affiliate', link_id: 'Link' }
      )),
    ],
  }
}

/** Each figure with that of the part as far on in the period before. */
function chartsOf(now: Part[], past: Part[], currency: string) {
  const of = (read: (figures: Figures) => number) => ({
    values: now.map(({ figures }) => read(figures)),
    before: now.map((_, at) => (past[at] ? read(past[at].figures) : 0)),
  })
  const money = (name: keyof Money) => of((figures) => moneyIn(figures, currency)[name])
  return {
    clicks: of((figures) => figures.clicks),
    conversions: of((figures) => figures.conversions),
    revenue: money('revenue'),
    commissions: money('commissions'),
    payouts: money('payouts'),
  }
}

function presetsOf({ timezone }: Workspace, period: Period) {
  const today = dayOf(clock.now(), timezone)
  const back = (label: string, from: DateTime) => ({
    label,
    from: nameOfDay(from),
    to: nameOfDay(today),
    current: +from === +period.from && +today === +period.to,
  })
  return [
    back('7 days', today.minus({ days: 6 })),
    back('30 days', today.minus({ days: 29 })),
    back('90 days', today.minus({ days: 89 })),
    back('This month', today.startOf('month')),
    back('This year', today.startOf('year')),
  ]
}

function labelOf({ from, to }: Period, interval: Interval) {
  if (interval === 'month') return from.toFormat('LLL yyyy')
  if (interval === 'week' && +from !== +to)
    return `${from.toFormat('d LLL')} – ${to.toFormat('d LLL')}`
  return from.toFormat('d LLL')
}
