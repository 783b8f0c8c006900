import { personSigningIn } from '#http/sign_in'
import UserToken from '#models/user_token'
import type { HttpContext } from '@adonisjs/core/http'

export default class AuthLoginsController {
  /** POST /auth/login: a pair of tokens for an e-mail and its password, and a code where two-factor sign-in is on. */
  async store(ctx: HttpContext) {
    const user = await personSigningIn(ctx)
    ctx.response.header('Cache-Control', 'no-store')
    return UserToken.signIn(user)
  }
}
