import { find } from '#http/find'
import { statementObject } from '#transformers/statement_transformer'
import { statementPage } from '#views/pages/statement'
import type { HttpContext } from '@adonisjs/core/http'

/** Lines that an answer holds; the file holds all. */
const LINES = 1_000

export default class AffiliateStatementsController {
  /** GET /affiliates/:affiliate_id/statements */
  async index({ workspace, params, answer }: HttpContext) {
    const affiliate = await find(workspace.related('affiliates'), params.affiliate_id)
    const months = await affiliate.statementMonths()
    return answer.listOf(months, (some) => affiliate.statements(some), { affiliate })
  }

  /** GET /affiliates/:affiliate_id/statements/:id, where the id is a month */
  async show({ workspace, params, answer }: HttpContext) {
    const affiliate = await find(workspace.related('affiliates'), params.affiliate_id)
    const statement = await affiliate.statement(params.id)
    const detail = await statement.detail(LINES)
    return answer.plain(statementObject(statement, detail), () => statementPage(statement, detail))
  }
}
