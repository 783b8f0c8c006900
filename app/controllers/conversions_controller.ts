import { find } from '#http/find'
import { saleOf } from '#http/tracked'
import { take } from '#http/take'
import { recordConversion } from '#tracking/record_conversion'
import { trackedSale } from '#validators/tracking'
import { conversionPage } from '#views/pages/conversion'
import type { HttpContext } from '@adonisjs/core/http'

export default class ConversionsController {
  index({ workspace, answer }: HttpContext) {
    return answer.list(
      workspace.related('conversions').query().preload('affiliate').preload('campaign')
    )
  }

  async store(ctx: HttpContext) {
    const { workspace, actor, answer } = ctx
    const { conversion } = await recordConversion(
      workspace,
      saleOf(await take(ctx, trackedSale)),
      actor
    )
    return answer.created(conversion)
  }

  async show({ workspace, params, answer }: HttpContext) {
    const conversion = await find(workspace.related('conversions'), params.id)
    return answer.shown(conversion, () => conversionPage(conversion))
  }
}
