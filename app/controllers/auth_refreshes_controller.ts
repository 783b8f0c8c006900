import { limits, spend, tell } from '#http/rate_limit'
import { take } from '#http/take'
import UserToken from '#models/user_token'
import { refreshToken } from '#validators/account'
import type { HttpContext } from '@adonisjs/core/http'

export default class AuthRefreshesController {
  /** POST /auth/refresh: a new pair of tokens for the refresh token of the last. */
  async store(ctx: HttpContext) {
    const { request, response } = ctx
    tell(response, await spend(`refresh:${request.ip()}`, limits.signIn))
    const { refresh_token: token } = await take(ctx, refreshToken)
    tell(response, await spend(`refresh:${await UserToken.ownerOf(token)}`, limits.signIn))

    response.header('Cache-Control', 'no-store')
    return UserToken.refresh(token)
  }
}
