import { readReport } from '#reports/asked'
import { namesOf } from '#reports/names'
import { topOf } from '#reports/report'
import { daysObject, rankedObject } from '#transformers/report'
import type { HttpContext } from '@adonisjs/core/http'

/** As many as an answer holds. */
const MOST = 100

export default class ReportTopsController {
  /** GET /reports/top */
  async show(ctx: HttpContext) {
    const { period, group, currency, narrowed } = await readReport(ctx)
    const all = await topOf(ctx.workspace, period, group, currency, narrowed)
    const ranked = all.slice(0, MOST)
    const names = await namesOf(
      group,
      ctx.workspace,
      ranked.map(({ id }) => id)
    )
    const data = ranked.map((one) => rankedObject(one, names.get(one.id) ?? null))
    return ctx.answer.plain({ ...daysObject(period), group_by: group, currency, data })
  }
}
