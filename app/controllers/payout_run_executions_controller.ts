import { find } from '#http/find'
import type { HttpContext } from '@adonisjs/core/http'

export default class PayoutRunExecutionsController {
  /** POST /payout_runs/:payout_run_id/execution */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const run = await find(workspace.related('payoutRuns'), params.payout_run_id)
    await run.execute(actor)
    return answer.updated(run, {
      notice: `The run is on its way. Mark it paid when the bank confirms.`,
    })
  }
}
