import { find } from '#http/find'
import type { HttpContext } from '@adonisjs/core/http'

export default class ClicksController {
  index({ workspace, answer }: HttpContext) {
    return answer.list(workspace.related('clicks').query())
  }

  async show({ workspace, params, answer }: HttpContext) {
    return answer.shown(await find(workspace.related('clicks'), params.id))
  }
}
