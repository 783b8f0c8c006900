import { confirmPassword } from '#http/confirm_person'
import { take } from '#http/take'
import { changedPassword } from '#validators/account'
import type { HttpContext } from '@adonisjs/core/http'

export default class ProfilePasswordsController {
  /** PUT /profile/password: whoever else is signed in with the old one is not any more. */
  async update(ctx: HttpContext) {
    const { caller, session, response } = ctx
    const user = caller.user!
    const { current_password: current, password } = await take(ctx, changedPassword)
    await confirmPassword(user, current)
    await user.changePassword(password, { session: caller.session })
    session.regenerate()
    session.flash('notice', 'Your password was changed. You are signed out everywhere else.')
    return response.redirect().status(303).toPath('/profile')
  }
}
