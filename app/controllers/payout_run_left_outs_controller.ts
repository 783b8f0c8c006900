import { find } from '#http/find'
import type { HttpContext } from '@adonisjs/core/http'

export default class PayoutRunLeftOutsController {
  /** GET /payout_runs/:payout_run_id/left_out */
  async index({ workspace, params, answer }: HttpContext) {
    const run = await find(workspace.related('payoutRuns'), params.payout_run_id)
    return answer.list(run.related('leftOuts').query().preload('affiliate'))
  }
}
