import { readReport } from '#reports/asked'
import { reportCsv } from '#reports/csv'
import { nameOfDay } from '#reports/period'
import type { HttpContext } from '@adonisjs/core/http'

export default class ReportFilesController {
  /** GET /reports/file */
  async show(ctx: HttpContext) {
    const asked = await readReport(ctx)
    const days = [asked.period.from, asked.period.to].map(nameOfDay).join('-to-')
    ctx.response.header('Content-Disposition', `attachment; filename="report-${days}.csv"`)
    ctx.response.header('Content-Type', 'text/csv; charset=utf-8')
    return reportCsv(ctx.workspace, asked, ctx.request.qs().group_by !== undefined)
  }
}
