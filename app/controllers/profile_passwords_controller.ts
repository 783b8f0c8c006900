import { atomically } from '#core/atomically'
import { refuseField } from '#http/answer'
import { limits, spend } from '#http/rate_limit'
import { take } from '#http/take'
import UserToken from '#models/user_token'
import { changedPassword } from '#validators/account'
import type { HttpContext } from '@adonisjs/core/http'

export default class ProfilePasswordsController {
  /** PUT /profile/password */
  async update(ctx: HttpContext) {
    const { caller, session, response } = ctx
    const user = caller.user!
    const { current_password: current, password } = await take(ctx, changedPassword)
    await spend(`password:${user.id}`, limits.signIn)
    if (!(await user.verifyPassword(current)))
      refuseField('current_password', 'This is not your password.')

    await atomically(async () => {
      await user.merge({ password }).save()
      await UserToken.endAllOf(user, 'password_changed')
    })
    session.regenerate()
    session.flash('notice', 'Your password was changed.')
    return response.redirect().status(303).toPath('/profile')
  }
}
