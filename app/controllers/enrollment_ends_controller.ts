import { find } from '#http/find'
import type { HttpContext } from '@adonisjs/core/http'

export default class EnrollmentEndsController {
  /** POST /enrollments/:enrollment_id/end */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const enrollment = await find(workspace.related('enrollments'), params.enrollment_id)
    await enrollment.end(actor)
    await enrollment.load((load) => load.load('affiliate').load('campaign'))
    const { affiliate, campaign } = enrollment
    return answer.updated(enrollment, {
      notice: `${affiliate.displayName} is no longer in ${campaign.name}. What they earn there now is held.`,
      undo: { action: `/enrollments/${enrollment.id}/activation` },
      to: `/affiliates/${affiliate.id}`,
    })
  }
}
