import { find } from '#http/find'
import { take } from '#http/take'
import { formatMoney } from '#money/format'
import { approval } from '#validators/payout'
import { runDeedPage } from '#views/pages/payout_run'
import { plural } from '#views/words'
import type { HttpContext } from '@adonisjs/core/http'

export default class PayoutRunApprovalsController {
  async create({ workspace, params, caller, answer }: HttpContext) {
    const run = await find(workspace.related('payoutRuns'), params.payout_run_id)
    return answer.form(() => runDeedPage(run, workspace, caller))
  }

  /** POST /payout_runs/:payout_run_id/approval */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const run = await find(workspace.related('payoutRuns'), params.payout_run_id)
    const { amount: seen } = await take(ctx, approval)
    await run.approve(actor, seen)
    return answer.updated(run, {
      notice:
        run.state === 'awaiting_approval'
          ? 'Your approval is given. The run needs that of another person too.'
          : `Approved ${plural(run.payoutsCount, 'payout')}, ${formatMoney(run.amount, run.currency)}.`,
    })
  }
}
