import { find } from '#http/find'
import { customerForgettingPage } from '#views/pages/forgetting'
import type { HttpContext } from '@adonisjs/core/http'

export default class ConversionForgettingsController {
  async create({ workspace, params, answer }: HttpContext) {
    const conversion = await find(workspace.related('conversions'), params.conversion_id)
    return answer.form(() => customerForgettingPage(conversion))
  }

  /** POST /conversions/:conversion_id/forgetting: its customer, in all their rows. */
  async store({ workspace, params, actor, answer }: HttpContext) {
    const conversion = await find(workspace.related('conversions'), params.conversion_id)
    await conversion.forgetCustomer(actor)
    return answer.updated(conversion, { notice: 'The customer is forgotten.' })
  }
}
