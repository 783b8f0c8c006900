import { controllers } from '#generated/controllers'
import { resource } from '#http/resource'
import * as shapes from '#openapi/shape'
import { reportShapes } from '#transformers/report'
import { reportParameters } from '#validators/report'

const may = 'v1.reports.read'
const singular = { singular: true }

/** How the program does, from what is counted by day. */
export const reportsResources = [
  resource('reports', controllers.Reports, null, {
    index: { may, says: 'How the program does', only: 'console' },
  }),
  resource(
    'reports/summary',
    controllers.ReportSummaries,
    null,
    {
      show: {
        may,
        says: 'What was counted in a period, and in as many days before it',
        only: 'api',
        asks: reportParameters.summary,
        gives: reportShapes.summary,
      },
    },
    singular
  ),
  resource(
    'reports/timeseries',
    controllers.ReportTimeseries,
    null,
    {
      show: {
        may,
        says: 'The same by day, week or month',
        only: 'api',
        asks: reportParameters.timeseries,
        gives: reportShapes.timeseries,
      },
    },
    singular
  ),
  resource(
    'reports/top',
    controllers.ReportTops,
    null,
    {
      show: {
        may,
        says: 'The same by campaign, affiliate or link: the hundred with the most commissions',
        only: 'api',
        asks: reportParameters.top,
        gives: reportShapes.top,
      },
    },
    singular
  ),
  resource(
    'reports/file',
    controllers.ReportFiles,
    null,
    {
      show: {
        may,
        says: 'A report as CSV: by day, week or month, or with group_by by that',
        asks: { ...reportParameters.timeseries, ...reportParameters.top },
        givesText: true,
        gives: shapes.text(),
      },
    },
    singular
  ),
]
