import { moneyIn, type Figures } from '#reports/figures'
import { changesOf, seriesOf, summaryOf } from '#reports/report'
import type { Period } from '#reports/period'
import type Workspace from '#models/workspace'

/**
 * Clicks, conversions, revenue and commissions of a period by day of the workspace's zone, with their sums and how
 * those changed against as many days before. Money in one currency.
 */
export async function chartOf(workspace: Workspace, period: Period, currency: string) {
  const summary = await summaryOf(workspace, period, {})
  const changes = changesOf(summary, currency)
  const days = await seriesOf(workspace, period, 'day', {})
  const of = (name: keyof typeof changes, read: (figures: Figures) => number) => ({
    values: days.map(({ figures }) => read(figures)),
    sum: read(summary.now),
    change: changes[name],
  })
  return {
    labels: days.map(({ period: { from } }) => from.toFormat('d LLL')),
    clicks: of('clicks', (figures) => figures.clicks),
    conversions: of('conversions', (figures) => figures.conversions),
    revenue: of('revenue', (figures) => moneyIn(figures, currency).revenue),
    commissions: of('commissions', (figures) => moneyIn(figures, currency).commissions),
  }
}
