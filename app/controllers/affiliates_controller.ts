import { camelKeys } from '#http/camel'
import { refuseField } from '#http/answer'
import { find } from '#http/find'
import { take } from '#http/take'
import Affiliate from '#models/affiliate'
import { changedAffiliate, newAffiliate } from '#validators/affiliate'
import { affiliateForm, affiliatePage, affiliatesPage } from '#views/pages/affiliate'
import type Workspace from '#models/workspace'
import type { HttpContext } from '@adonisjs/core/http'

export default class AffiliatesController {
  index({ workspace, request, answer }: HttpContext) {
    return answer.list(workspace.related('affiliates').query(), (rows) =>
      affiliatesPage(rows, workspace, request.qs())
    )
  }

  create({ workspace, answer }: HttpContext) {
    return answer.form(() => affiliateForm(workspace))
  }

  async store(ctx: HttpContext) {
    const { workspace, actor, answer } = ctx
    const input = await take(ctx, newAffiliate)
    await refuseStrangeReferrer(workspace, input.referrer_id)
    const affiliate = await Affiliate.join(workspace, camelKeys(input), actor)
    return answer.created(affiliate, { notice: `${affiliate.displayName} was added.` })
  }

  async show({ workspace, params, answer }: HttpContext) {
    const affiliate = await find(workspace.related('affiliates'), params.id)
    return answer.shown(affiliate, () => affiliatePage(affiliate, workspace))
  }

  async edit({ workspace, params, answer }: HttpContext) {
    const affiliate = await find(workspace.related('affiliates'), params.id)
    return answer.form(() => affiliateForm(workspace, affiliate))
  }

  async update(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const affiliate = await find(workspace.related('affiliates'), params.id)
    const input = await take(ctx, changedAffiliate)
    await refuseStrangeReferrer(workspace, input.referrer_id, affiliate.id)
    await affiliate.change(camelKeys(input), actor)
    return answer.updated(affiliate, { notice: `${affiliate.displayName} was changed.` })
  }

  async destroy({ workspace, params, answer }: HttpContext) {
    const affiliate = await find(workspace.related('affiliates'), params.id)
    await affiliate.refuseIfUsed()
    await affiliate.delete()
    return answer.removed({ notice: `${affiliate.displayName} was deleted.`, to: '/affiliates' })
  }
}

async function refuseStrangeReferrer(
  workspace: Workspace,
  id: string | null | undefined,
  self?: string
) {
  if (!id) return
  if (id === self) refuseField('referrer_id', 'An affiliate cannot be their own referrer.')
  const referrer = await workspace.related('affiliates').query().where('id', id).first()
  if (!referrer) refuseField('referrer_id', 'There is no affiliate with this id.')
  if (referrer?.referrerId && referrer.referrerId === self)
    refuseField('referrer_id', 'Two affiliates cannot be each other’s referrers.')
}
