import { find } from '#http/find'
import { take } from '#http/take'
import { withReason } from '#validators/affiliate'
import { runDeedPage } from '#views/pages/payout_run'
import type { HttpContext } from '@adonisjs/core/http'

export default class PayoutRunCancelsController {
  async create({ workspace, params, caller, answer }: HttpContext) {
    const run = await find(workspace.related('payoutRuns'), params.payout_run_id)
    return answer.form(() => runDeedPage(run, workspace, caller))
  }

  /** POST /payout_runs/:payout_run_id/cancel */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const run = await find(workspace.related('payoutRuns'), params.payout_run_id)
    const { reason, note } = await take(ctx, withReason)
    await run.cancel(actor, reason, note ?? undefined)
    return answer.updated(run, { notice: `The run is canceled; everything in it is carried over.` })
  }
}
