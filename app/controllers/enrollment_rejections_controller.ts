import { find } from '#http/find'
import { take } from '#http/take'
import { withReason } from '#validators/affiliate'
import type { HttpContext } from '@adonisjs/core/http'

export default class EnrollmentRejectionsController {
  /** POST /enrollments/:enrollment_id/rejection */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const enrollment = await find(workspace.related('enrollments'), params.enrollment_id)
    const { reason, note } = await take(ctx, withReason)
    await enrollment.reject(actor, reason, note ?? undefined)
    return answer.updated(enrollment, { to: `/affiliates/${enrollment.affiliateId}` })
  }
}
