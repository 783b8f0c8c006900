import { find } from '#http/find'
import type { HttpContext } from '@adonisjs/core/http'

export default class EnrollmentActivationsController {
  /** POST /enrollments/:enrollment_id/activation */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const enrollment = await find(workspace.related('enrollments'), params.enrollment_id)
    await enrollment.activate(actor)
    return answer.updated(enrollment, { to: `/affiliates/${enrollment.affiliateId}` })
  }
}
