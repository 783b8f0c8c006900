import * as shapes from '#openapi/shape'
import { nameOfDay, type Period } from '#reports/period'
import type { Figures } from '#reports/figures'
import type { Part, Ranked, Summary } from '#reports/report'

const day = { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}$`, maxLength: 10 }
const days = {
  from: { ...day, examples: ['2026-03-01'] },
  to: { ...day, examples: ['2026-03-30'] },
}

const figures = {
  clicks: shapes.whole(),
  conversions: shapes.whole(),
  money: shapes.list(
    shapes.object({
      currency: shapes.currency(),
      revenue: shapes.money(),
      commissions: shapes.money(),
      payouts: shapes.money(),
    })
  ),
}

/** Shapes of reports. Money is told by currency, never added over currencies. */
export const reportShapes = {
  summary: shapes.object({ ...days, ...figures, before: shapes.object({ ...days, ...figures }) }),
  timeseries: shapes.object({
    ...days,
    interval: shapes.oneOf(['day', 'week', 'month']),
    data: shapes.list(shapes.object({ ...days, ...figures })),
  }),
  top: shapes.object({
    ...days,
    group_by: shapes.oneOf(['campaign', 'affiliate', 'link']),
    currency: shapes.currency(),
    data: shapes.list(
      shapes.object({
        id: shapes.nullable(shapes.text()),
        name: shapes.nullable(shapes.text()),
        ...figures,
      })
    ),
  }),
}

export function daysObject({ from, to }: Period) {
  return { from: nameOfDay(from), to: nameOfDay(to) }
}

export function figuresObject({ clicks, conversions, money }: Figures) {
  const byCurrency = [...money].sort(([one], [other]) => (one < other ? -1 : 1))
  return {
    clicks,
    conversions,
    money: byCurrency.map(([currency, sums]) => ({ currency, ...sums })),
  }
}

export function summaryObject(now: Period, past: Period, summary: Summary) {
  return {
    ...daysObject(now),
    ...figuresObject(summary.now),
    before: { ...daysObject(past), ...figuresObject(summary.before) },
  }
}

export function partObject({ period, figures: of }: Part) {
  return { ...daysObject(period), ...figuresObject(of) }
}

export function rankedObject({ id, figures: of }: Ranked, name: string | null) {
  return { id: id || null, name, ...figuresObject(of) }
}
