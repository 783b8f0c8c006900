import '#http/context'
import { UnauthorizedException } from '#exceptions/errors'
import { callerOfUser } from '#http/caller'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** The console is for people who signed in; others are asked to, and come back to what they wanted. */
export default class ConsoleCallerMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const web = ctx.auth.use('web')
    if (!(await web.check())) {
      if (ctx.request.method() === 'GET')
        return ctx.response.redirect().withIntendedUrl().toPath('/login')
      throw new UnauthorizedException()
    }
    ctx.caller = callerOfUser(web.user!)
    ctx.actor = ctx.caller.actor
    return next()
  }
}
