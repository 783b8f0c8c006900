import { find } from '#http/find'
import { take } from '#http/take'
import { withWhy } from '#validators/affiliate'
import { familyPage } from '#views/pages/commission'
import type { HttpContext } from '@adonisjs/core/http'

export default class CommissionReleasesController {
  async create({ workspace, params, answer }: HttpContext) {
    const commission = await find(workspace.related('commissions'), params.commission_id)
    await commission.load('affiliate')
    return answer.form(async () => ({ commission, ...(await familyPage(commission)) }))
  }

  /** POST /commissions/:commission_id/release */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const commission = await find(workspace.related('commissions'), params.commission_id)
    await commission.release(actor, await take(ctx, withWhy))
    return answer.updated(commission, {
      notice: `The commission is released: it is ${commission.state} now.`,
    })
  }
}
