import { find } from '#http/find'
import { take } from '#http/take'
import { paidRun } from '#validators/payout'
import { runPaymentPage } from '#views/pages/payout_run'
import type { HttpContext } from '@adonisjs/core/http'

export default class PayoutRunPaymentsController {
  async create({ workspace, params, answer }: HttpContext) {
    const run = await find(workspace.related('payoutRuns'), params.payout_run_id)
    return answer.form(() => runPaymentPage(run))
  }

  /** POST /payout_runs/:payout_run_id/payment */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const run = await find(workspace.related('payoutRuns'), params.payout_run_id)
    const input = await take(ctx, paidRun)
    await run.pay(actor, {
      reference: input.reference,
      paidAt: input.paid_at,
      except: input.except,
    })
    return answer.updated(run, { notice: `Marked as paid with reference ${input.reference}.` })
  }
}
