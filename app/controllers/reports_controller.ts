import { readReport } from '#reports/asked'
import { reportPage } from '#views/pages/report'
import type { HttpContext } from '@adonisjs/core/http'

export default class ReportsController {
  /** GET /reports: the page */
  async index(ctx: HttpContext) {
    return ctx.answer.form(await reportPage(ctx.workspace, await readReport(ctx)))
  }
}
