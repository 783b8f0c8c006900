import { forgetSecondStep, owingCode } from '#http/second_step'
import { enterConsole, hasSecondFactor } from '#http/sign_in'
import { take } from '#http/take'
import { wrongCode } from '#people/second_factor'
import { secondFactor } from '#validators/account'
import type { HttpContext } from '@adonisjs/core/http'

/** The second step of signing in, where a person has two-factor sign-in. */
export default class SecondFactorsController {
  async create(ctx: HttpContext) {
    if (!(await owingCode(ctx))) return ctx.response.redirect().toPath('/login')
    return ctx.view.render('pages/second_factors/create')
  }

  async store(ctx: HttpContext) {
    const { response } = ctx
    const user = await owingCode(ctx)
    if (!user) return response.redirect().status(303).toPath('/login')
    const { code } = await take(ctx, secondFactor)
    if (!(await hasSecondFactor(user, code))) throw wrongCode()

    forgetSecondStep(ctx)
    await enterConsole(ctx, user)
    return response.redirect().status(303).toIntended('/')
  }
}
