import { readReport } from '#reports/asked'
import { before } from '#reports/period'
import { summaryOf } from '#reports/report'
import { summaryObject } from '#transformers/report'
import type { HttpContext } from '@adonisjs/core/http'

export default class ReportSummariesController {
  /** GET /reports/summary */
  async show(ctx: HttpContext) {
    const { period, narrowed } = await readReport(ctx)
    const summary = await summaryOf(ctx.workspace, period, narrowed)
    return ctx.answer.plain(summaryObject(period, before(period), summary))
  }
}
