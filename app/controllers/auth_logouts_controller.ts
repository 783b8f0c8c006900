import { take } from '#http/take'
import UserToken from '#models/user_token'
import { refreshToken } from '#validators/account'
import type { HttpContext } from '@adonisjs/core/http'

export default class AuthLogoutsController {
  /** POST /auth/logout: ends the sign-in of a refresh token, and its access tokens with it. */
  async store(ctx: HttpContext) {
    const { refresh_token: token } = await take(ctx, refreshToken)
    await UserToken.signOut(token)
    return ctx.response.noContent()
  }
}
