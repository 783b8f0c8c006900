import { appUrl } from '#config/app'
import { enterConsole, knowsPassword, signedIn } from '#http/sign_in'
import { askForCode } from '#http/second_step'
import User from '#models/user'
import type { HttpContext } from '@adonisjs/core/http'

/** Signing in and out of the console. */
export default class SessionsController {
  async create(ctx: HttpContext) {
    const { view, response } = ctx
    if (await signedIn(ctx)) return response.redirect().toPath('/')
    if (!(await User.first())) return view.render('pages/setup/missing', { address: appUrl })
    return view.render('pages/sessions/create')
  }

  async store(ctx: HttpContext) {
    const { user } = await knowsPassword(ctx)
    if (user.hasTwoFactor) return askForCode(ctx, user)
    await enterConsole(ctx, user)
    return ctx.response.redirect().status(303).toIntended('/')
  }

  async destroy({ auth, caller, response }: HttpContext) {
    await caller.session!.delete()
    await auth.use('web').logout()
    return response.redirect().status(303).toPath('/login')
  }
}
