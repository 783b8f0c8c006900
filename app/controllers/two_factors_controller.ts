import { confirmPassword, confirmSecondFactor } from '#http/confirm_person'
import { take } from '#http/take'
import { beginTwoFactor, confirmTwoFactor, endTwoFactor } from '#people/second_factor'
import { passwordAndCode, secondFactor } from '#validators/account'
import { twoFactorPage } from '#views/pages/two_factor'
import type { HttpContext } from '@adonisjs/core/http'

/** A person's own two-factor sign-in. */
export default class TwoFactorsController {
  async show({ caller, response, view }: HttpContext) {
    response.header('Cache-Control', 'no-store')
    return view.render('pages/two_factor/show', await twoFactorPage(caller.user!))
  }

  /** POST /profile/two_factor: a secret to put into an authenticator. */
  async store({ caller, response }: HttpContext) {
    await beginTwoFactor(caller.user!)
    return response.redirect().status(303).toPath('/profile/two_factor')
  }

  /** PUT /profile/two_factor: on, with the first code. The recovery codes are in this answer alone. */
  async update(ctx: HttpContext) {
    const { caller, response, view } = ctx
    const { code } = await take(ctx, secondFactor)
    const codes = await confirmTwoFactor(caller.user!, code)
    response.header('Cache-Control', 'no-store')
    return view.render('pages/two_factor/codes', { codes, isNew: true })
  }

  /** DELETE /profile/two_factor: off, with the password and a code. */
  async destroy(ctx: HttpContext) {
    const { caller, session, response } = ctx
    const user = caller.user!
    const { current_password: password, code } = await take(ctx, passwordAndCode)
    await confirmPassword(user, password)
    await confirmSecondFactor(user, code)
    await endTwoFactor(user)
    session.flash('notice', 'Two-factor sign-in is off.')
    return response.redirect().status(303).toPath('/profile')
  }
}
