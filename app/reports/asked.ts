import { askedReport } from '#validators/report'
import { parametersOf } from '#http/query_parameters'
import { currencyOf } from '#reports/report'
import { periodOf } from '#reports/period'
import type { HttpContext } from '@adonisjs/core/http'

/**
 * What a report is asked for in its address: each field has a usual value.
 *
 * @throws InvalidFieldsException for what cannot be
 */
export async function readReport(ctx: HttpContext) {
  const given = [...parametersOf(ctx)].map(([name, values]) => [name, values.at(-1) || undefined])
  const {
    from,
    to,
    interval,
    group_by: group,
    currency,
    ...narrowed
  } = await askedReport.validate(Object.fromEntries(given))
  const period = periodOf(ctx.workspace, { from, to })
  return {
    period,
    interval: interval ?? 'day',
    group: group ?? 'affiliate',
    currency: currencyOf(ctx.workspace, currency),
    narrowed,
  } as const
}
