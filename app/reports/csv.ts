import { stringify } from 'csv-stringify/sync'
import { safeCell } from '#core/csv'
import { formatDecimal } from '#money/format'
import { moneyIn, type Figures } from '#reports/figures'
import { namesOf } from '#reports/names'
import { nameOfDay } from '#reports/period'
import { seriesOf, topOf } from '#reports/report'
import type { readReport } from '#reports/asked'
import type Workspace from '#models/workspace'

const FIGURES = ['clicks', 'conversions', 'currency', 'revenue', 'commissions', 'payouts']

type Asked = Awaited<ReturnType<typeof readReport>>

/**
 * A report as CSV: a line for each day, week or month; or, grouped, for each campaign, affiliate or link. Money in the
 * one currency that was asked for.
 */
export async function reportCsv(workspace: Workspace, asked: Asked, isGrouped: boolean) {
  const lines = isGrouped ? await ranks(workspace, asked) : await parts(workspace, asked)
  const columns = [...(isGrouped ? [`${asked.group}_id`, 'name'] : ['from', 'to']), ...FIGURES]
  return stringify(lines, { header: true, columns, record_delimiter: '\r\n' })
}

async function parts(workspace: Workspace, { period, interval, currency, narrowed }: Asked) {
  const series = await seriesOf(workspace, period, interval, narrowed)
  return series.map(({ period: part, figures }) => ({
    from: nameOfDay(part.from),
    to: nameOfDay(part.to),
    ...cells(figures, currency),
  }))
}

async function ranks(workspace: Workspace, { period, group, currency, narrowed }: Asked) {
  const top = await topOf(workspace, period, group, currency, narrowed)
  const names = await namesOf(
    group,
    workspace,
    top.map(({ id }) => id)
  )
  return top.map(({ id, figures }) => ({
    [`${group}_id`]: id,
    name: safeCell(names.get(id) ?? ''),
    ...cells(figures, currency),
  }))
}

function cells(figures: Figures, currency: string) {
  const { revenue, commissions, payouts } = moneyIn(figures, currency)
  return {
    clicks: figures.clicks,
    conversions: figures.conversions,
    currency,
    revenue: formatDecimal(revenue, currency),
    commissions: formatDecimal(commissions, currency),
    payouts: formatDecimal(payouts, currency),
  }
}
