import { appUrl } from '#config/app'
import { personSigningIn } from '#http/sign_in'
import User from '#models/user'
import type { HttpContext } from '@adonisjs/core/http'

/** Signing in and out of the console. */
export default class SessionsController {
  async create({ view, auth, response }: HttpContext) {
    if (await auth.use('web').check()) return response.redirect().toPath('/')
    if (!(await User.first())) return view.render('pages/setup/missing', { address: appUrl })
    return view.render('pages/sessions/create')
  }

  async store(ctx: HttpContext) {
    const { auth, response } = ctx
    await auth.use('web').login(await personSigningIn(ctx))
    return response.redirect().status(303).toIntended('/')
  }

  async destroy({ auth, response }: HttpContext) {
    await auth.use('web').logout()
    return response.redirect().status(303).toPath('/login')
  }
}
