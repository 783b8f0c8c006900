import { confirmSecondFactor } from '#http/confirm_person'
import { take } from '#http/take'
import { renewRecoveryCodes } from '#people/second_factor'
import { secondFactor } from '#validators/account'
import type { HttpContext } from '@adonisjs/core/http'

export default class RecoveryCodesController {
  /** POST /profile/recovery_codes: new ones in place of the old, shown in this answer alone. */
  async store(ctx: HttpContext) {
    const { caller, response, view } = ctx
    const { code } = await take(ctx, secondFactor)
    await confirmSecondFactor(caller.user!, code)
    const codes = await renewRecoveryCodes(caller.user!)
    response.header('Cache-Control', 'no-store')
    return view.render('pages/two_factor/codes', { codes, isNew: false })
  }
}
