import { refuseField } from '#http/answer'
import { find } from '#http/find'
import { take } from '#http/take'
import { atomically } from '#core/atomically'
import Commission from '#models/commission'
import { lockAffiliates } from '#models/affiliate'
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
    const affiliate = await workspace
      .related('affiliates')
      .query()
      .where('id', input.affiliate_id)
      .first()
    if (!affiliate) return refuseField('affiliate_id', 'There is no affiliate with this id.')
    const campaign = input.campaign_id
      ? await workspace.related('campaigns').query().where('id', input.campaign_id).first()
      : null
    if (input.campaign_id && !campaign)
      refuseField('campaign_id', 'There is no campaign with this id.')

    const commission = await atomically(async () => {
      await lockAffiliates([affiliate.id])
      return Commission.record(
        {
          workspaceId: workspace.id,
          affiliateId: affiliate.id,
          campaignId: campaign?.id ?? null,
          kind: input.amount > 0 ? 'bonus' : 'adjustment',
          amount: input.amount,
          currency: input.currency,
          dueAt: null,
          explanation: input.reason,
        },
        actor
      )
    })
    return answer.created(commission, {
      notice: `The ${commission.kind} for ${affiliate.displayName} is due.`,
    })
  }

  async show({ workspace, params, answer }: HttpContext) {
    const commission = await find(workspace.related('commissions'), params.id)
    return answer.shown(commission, () => commissionPage(commission))
  }
}
