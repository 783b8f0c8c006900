import { namedAffiliate, namedCampaign } from '#http/affiliate_and_campaign'
import { refuseField } from '#http/answer'
import { find } from '#http/find'
import { take } from '#http/take'
import { newCommission } from '#validators/payout'
import { choices } from '#views/pages/choices'
import { commissionPage, commissionsPage } from '#views/pages/commission'
import type { HttpContext } from '@adonisjs/core/http'

export default class CommissionsController {
  index({ workspace, request, answer }: HttpContext) {
    return answer.list(
      workspace.related('commissions').query().preload('affiliate').preload('campaign'),
      () => commissionsPage(workspace, request.qs())
    )
  }

  create({ workspace, request, answer }: HttpContext) {
    return answer.form(() => choices(workspace, request.qs()))
  }

  /** A bonus, or an adjustment: what a person gives or takes back by hand. */
  async store(ctx: HttpContext) {
    const { workspace, actor, answer } = ctx
    const input = await take(ctx, newCommission)
    if (input.amount === 0) refuseField('amount', 'The amount must not be 0.')
    if (input.amount < 0 && input.due_at)
      refuseField('due_at', 'What is taken back is due at once.')
    const { affiliate_id: id, campaign_id: campaignId, due_at: dueAt, ...gift } = input
    const affiliate = await namedAffiliate(workspace, id)
    const campaign = await namedCampaign(workspace, campaignId)
    const commission = await affiliate.give({ ...gift, campaign, dueAt }, actor)
    return answer.created(commission, {
      notice: `The ${commission.kind} for ${affiliate.displayName} is ${commission.state}.`,
    })
  }

  async show({ workspace, params, answer }: HttpContext) {
    const commission = await find(workspace.related('commissions'), params.id)
    return answer.shown(commission, () => commissionPage(commission))
  }
}
