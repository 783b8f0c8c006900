import { find } from '#http/find'
import type { HttpContext } from '@adonisjs/core/http'

export default class EnrollmentActivationsController {
  /** POST /enrollments/:enrollment_id/activation */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const enrollment = await find(workspace.related('enrollments'), params.enrollment_id)
    await enrollment.activate(actor)
    await enrollment.load((load) => load.load('affiliate').load('campaign'))
    const { affiliate, campaign } = enrollment
    return answer.updated(enrollment, {
      notice: `${affiliate.displayName} is in ${campaign.name} again. What was held for that alone is released.`,
      to: `/affiliates/${affiliate.id}`,
    })
  }
}
