import { find } from '#http/find'
import type { HttpContext } from '@adonisjs/core/http'

export default class RefundsController {
  index({ workspace, answer }: HttpContext) {
    return answer.list(workspace.related('refunds').query())
  }

  async show({ workspace, params, answer }: HttpContext) {
    return answer.shown(await find(workspace.related('refunds'), params.id))
  }
}
