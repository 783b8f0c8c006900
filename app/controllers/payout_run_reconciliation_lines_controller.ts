import { find } from '#http/find'
import type { HttpContext } from '@adonisjs/core/http'

export default class PayoutRunReconciliationLinesController {
  /** GET /payout_runs/:payout_run_id/reconciliations/:reconciliation_id/lines */
  async index({ workspace, params, answer }: HttpContext) {
    const run = await find(workspace.related('payoutRuns'), params.payout_run_id)
    const reconciliation = await find(run.related('reconciliations'), params.reconciliation_id)
    return answer.list(reconciliation.related('lines').query())
  }
}
