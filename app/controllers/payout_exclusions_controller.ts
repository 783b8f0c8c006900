import { find } from '#http/find'
import { take } from '#http/take'
import { formatMoney } from '#money/format'
import { whyNotIncluded } from '#payouts/include'
import { withReason } from '#validators/affiliate'
import { payoutDeedPage } from '#views/pages/payout'
import type { HttpContext } from '@adonisjs/core/http'

export default class PayoutExclusionsController {
  async create({ workspace, params, answer }: HttpContext) {
    const payout = await find(workspace.related('payouts'), params.payout_id)
    return answer.form(() => payoutDeedPage(payout))
  }

  /** POST /payouts/:payout_id/exclusion */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const payout = await find(workspace.related('payouts'), params.payout_id)
    const { reason, note } = await take(ctx, withReason)
    await payout.exclude(actor, reason, note ?? undefined)
    await payout.load('affiliate')
    return answer.updated(payout, {
      notice: `Excluded ${payout.affiliate.displayName}, ${formatMoney(payout.amount, payout.currency)}: carried over to the next run.`,
      undo: (await whyNotIncluded(payout))
        ? undefined
        : { action: `/payouts/${payout.id}/inclusion` },
      to: `/payout_runs/${payout.runId}`,
    })
  }
}
