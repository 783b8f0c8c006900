import { appUrl } from '#config/app'
import { InvalidCredentialsException } from '#exceptions/errors'
import { limits, spend } from '#http/rate_limit'
import { take } from '#http/take'
import User from '#models/user'
import { signIn } from '#validators/account'
import type { HttpContext } from '@adonisjs/core/http'

/** Signing in and out of the console. */
export default class SessionsController {
  async create({ view, auth, response }: HttpContext) {
    if (await auth.use('web').check()) return response.redirect().toPath('/')
    if (!(await User.first())) return view.render('pages/setup/missing', { address: appUrl })
    return view.render('pages/sessions/create')
  }

  async store(ctx: HttpContext) {
    const { auth, request, response } = ctx
    const { email, password } = await take(ctx, signIn)
    await spend(`sign-in:${request.ip()}`, limits.signIn)
    await spend(`sign-in:${email}`, limits.signIn)

    const user = await User.verifyCredentials(email, password).catch(() => {
      throw new InvalidCredentialsException()
    })
    await auth.use('web').login(user)
    return response.redirect().status(303).toIntended('/')
  }

  async destroy({ auth, response }: HttpContext) {
    await auth.use('web').logout()
    return response.redirect().status(303).toPath('/login')
  }
}
