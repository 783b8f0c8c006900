import { find } from '#http/find'
import { take } from '#http/take'
import { withText } from '#http/uploaded'
import { reconcile } from '#payouts/reconcile'
import { resultFile } from '#validators/payout'
import { reconciliationPage } from '#views/pages/reconciliation'
import type { HttpContext } from '@adonisjs/core/http'

export default class PayoutRunReconciliationsController {
  /** GET /payout_runs/:payout_run_id/reconciliations */
  async index({ workspace, params, answer }: HttpContext) {
    const run = await find(workspace.related('payoutRuns'), params.payout_run_id)
    return answer.list(run.related('reconciliations').query())
  }

  async create({ workspace, params, answer }: HttpContext) {
    const run = await find(workspace.related('payoutRuns'), params.payout_run_id)
    return answer.form({ run })
  }

  /** POST /payout_runs/:payout_run_id/reconciliations: 202 while a job goes on with it. */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const run = await find(workspace.related('payoutRuns'), params.payout_run_id)
    const { content } = await take(ctx, resultFile, await withText(ctx, 'content'))
    const made = await reconcile(run, content, actor)
    return answer.created(made, {
      to: `/payout_runs/${run.id}/reconciliations/${made.id}`,
      status: made.state === 'working' ? 202 : 201,
    })
  }

  /** GET /payout_runs/:payout_run_id/reconciliations/:id */
  async show({ workspace, params, answer }: HttpContext) {
    const run = await find(workspace.related('payoutRuns'), params.payout_run_id)
    const row = await find(run.related('reconciliations'), params.id)
    return answer.shown(row, () => reconciliationPage(row, run))
  }
}
