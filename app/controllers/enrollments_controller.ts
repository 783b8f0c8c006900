import { affiliateAndCampaign } from '#http/affiliate_and_campaign'
import { camelKeys } from '#http/camel'
import { find } from '#http/find'
import { take } from '#http/take'
import Enrollment from '#models/enrollment'
import { changedEnrollment, newEnrollment } from '#validators/enrollment'
import { enrollmentForm } from '#views/pages/enrollment'
import type { HttpContext } from '@adonisjs/core/http'

export default class EnrollmentsController {
  index({ workspace, answer }: HttpContext) {
    return answer.list(workspace.related('enrollments').query())
  }

  async store(ctx: HttpContext) {
    const { workspace, actor, answer } = ctx
    const { affiliateId, campaignId, ...terms } = camelKeys(await take(ctx, newEnrollment))
    const { affiliate, campaign } = await affiliateAndCampaign(workspace, affiliateId, campaignId)
    return answer.created(await Enrollment.enroll(affiliate, campaign, terms, actor))
  }

  async show({ workspace, params, answer }: HttpContext) {
    return answer.shown(await find(workspace.related('enrollments'), params.id))
  }

  async destroy({ workspace, params, actor, answer }: HttpContext) {
    const enrollment = await find(workspace.related('enrollments'), params.id)
    await enrollment.remove(actor)
    return answer.removed({
      notice: 'The enrollment was deleted.',
      to: `/affiliates/${enrollment.affiliateId}`,
    })
  }

  async edit({ workspace, params, answer }: HttpContext) {
    const enrollment = await find(workspace.related('enrollments'), params.id)
    return answer.form(() => enrollmentForm(workspace, enrollment))
  }

  async update(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const enrollment = await find(workspace.related('enrollments'), params.id)
    await enrollment.change(camelKeys(await take(ctx, changedEnrollment)), actor)
    return answer.updated(enrollment, {
      notice: 'Their terms were changed. They hold for what comes.',
      to: `/affiliates/${enrollment.affiliateId}`,
    })
  }
}
