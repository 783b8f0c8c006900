import { find } from '#http/find'
import type { HttpContext } from '@adonisjs/core/http'

export default class EnrollmentsController {
  index({ workspace, answer }: HttpContext) {
    return answer.list(workspace.related('enrollments').query())
  }

  async show({ workspace, params, answer }: HttpContext) {
    return answer.shown(await find(workspace.related('enrollments'), params.id))
  }
}
