import '#http/context'
import InitializeAuthMiddleware from '@adonisjs/auth/initialize_auth_middleware'
import SessionMiddleware from '@adonisjs/session/session_middleware'
import ShieldMiddleware from '@adonisjs/shield/shield_middleware'
import { UnauthorizedException } from '#exceptions/errors'
import { callerOfKey, callerOfSession, callerOfUser, type Caller } from '#http/caller'
import { credentialOf, type Credential } from '#http/credential'
import { findKey } from '#http/find_key'
import { signedIn } from '#http/sign_in'
import UserToken from '#models/user_token'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Finds out who calls the API: a key or a user token, else the console's session with its CSRF token. */
export default class ApiCallerMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { tracks }: { tracks: boolean }) {
    const credential = credentialOf(ctx)
    if (credential) {
      this.#take(ctx, await callerOf(credential, ctx.request.ip(), tracks))
      return next()
    }
    if (!ctx.request.header('cookie')) throw new UnauthorizedException()
    return this.#bySession(ctx, next)
  }

  async #bySession(ctx: HttpContext, next: NextFn) {
    const { containerResolver } = ctx
    const session = await containerResolver.make(SessionMiddleware)
    const shield = await containerResolver.make(ShieldMiddleware)
    const auth = await containerResolver.make(InitializeAuthMiddleware)

    return session.handle(ctx, () =>
      shield.handle(ctx, () =>
        auth.handle(ctx, async () => {
          const here = await signedIn(ctx)
          if (!here) throw new UnauthorizedException()
          this.#take(ctx, callerOfSession(here.user, here.session))
          return next()
        })
      )
    )
  }

  #take(ctx: HttpContext, caller: Caller) {
    ctx.caller = caller
    ctx.actor = caller.actor
  }
}

async function callerOf(
  { kind, secret }: Credential,
  ip: string,
  tracks: boolean
): Promise<Caller> {
  return kind === 'token'
    ? callerOfUser(await UserToken.userOf(secret))
    : callerOfKey(await findKey(secret, ip, tracks))
}
