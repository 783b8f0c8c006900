import { readReport } from '#reports/asked'
import { seriesOf } from '#reports/report'
import { daysObject, partObject } from '#transformers/report'
import type { HttpContext } from '@adonisjs/core/http'

export default class ReportTimeseriesController {
  /** GET /reports/timeseries */
  async show(ctx: HttpContext) {
    const { period, interval, narrowed } = await readReport(ctx)
    const parts = await seriesOf(ctx.workspace, period, interval, narrowed)
    return ctx.answer.plain({ ...daysObject(period), interval, data: parts.map(partObject) })
  }
}
