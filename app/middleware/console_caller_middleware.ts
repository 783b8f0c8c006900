import '#http/context'
import { UnauthorizedException } from '#exceptions/errors'
import { callerOfSession } from '#http/caller'
import { signedIn } from '#http/sign_in'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** The console is for people who signed in; others are asked to, and come back to what they wanted. */
export default class ConsoleCallerMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const here = await signedIn(ctx)
    if (!here) {
      if (ctx.request.method() === 'GET')
        return ctx.response.redirect().withIntendedUrl().toPath('/login')
      throw new UnauthorizedException()
    }
    ctx.caller = callerOfSession(here.user, here.session)
    ctx.actor = ctx.caller.actor
    return next()
  }
}
