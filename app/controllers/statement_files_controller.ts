import { Readable } from 'node:stream'
import { find } from '#http/find'
import { statementCsv } from '#ledger/statements/csv'
import type { HttpContext } from '@adonisjs/core/http'

export default class StatementFilesController {
  /** GET /affiliates/:affiliate_id/statements/:statement_id/file */
  async show({ workspace, params, response }: HttpContext) {
    const affiliate = await find(workspace.related('affiliates'), params.affiliate_id)
    const statement = await affiliate.statement(params.statement_id)
    const name = `statement-${affiliate.id}-${statement.month}.csv`
    response.header('Content-Disposition', `attachment; filename="${name}"`)
    response.header('Content-Type', 'text/csv; charset=utf-8')
    return response.stream(Readable.from(statementCsv(statement)))
  }
}
