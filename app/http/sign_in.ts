import { InvalidCredentialsException } from '#exceptions/errors'
import { limits, spend, tell } from '#http/rate_limit'
import { take } from '#http/take'
import User from '#models/user'
import { signIn } from '#validators/account'
import type { HttpContext } from '@adonisjs/core/http'

/**
 * The person whose e-mail and password a request says. Guessing is slow: few attempts a minute for an address, and
 * for an e-mail, known or not.
 *
 * @throws InvalidCredentialsException, RateLimitedException
 */
export async function personSigningIn(ctx: HttpContext): Promise<User> {
  tell(ctx.response, await spend(`sign-in:${ctx.request.ip()}`, limits.signIn))
  const { email, password } = await take(ctx, signIn)
  tell(ctx.response, await spend(`sign-in:${email}`, limits.signIn))

  return User.verifyCredentials(email, password).catch(() => {
    throw new InvalidCredentialsException()
  })
}
