import { hkdfSync, randomUUID } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import { clock } from '#core/clock'
import { TokenExpiredException, TokenInvalidException } from '#exceptions/errors'
import env from '#start/env'

/** The two tokens of a sign-in and how long each lives, in seconds. */
export const lifetimes = { access: 3_600, refresh: 30 * 86_400 } as const

export type TokenUse = keyof typeof lifetimes

/** A key of its own, so that what signs tokens opens nothing else. */
const key = new Uint8Array(
  hkdfSync('sha256', env.get('APP_KEY').release(), '', 'tributary user tokens', 32)
)

/** Signs a token (HS256) for one use of one sign-in; no two are equal. */
export function signToken(use: TokenUse, signInId: string): Promise<string> {
  const now = Math.floor(clock.now().toSeconds())
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(signInId)
    .setAudience(use)
    .setJti(randomUUID())
    .setIssuedAt(now)
    .setExpirationTime(now + lifetimes[use])
    .sign(key)
}

/**
 * The sign-in that a token is of.
 *
 * @throws TokenExpiredException, TokenInvalidException
 */
export async function openToken(use: TokenUse, token: string): Promise<string> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      audience: use,
      currentDate: clock.now().toJSDate(),
      requiredClaims: ['sub', 'exp', 'jti'],
    })
    return payload.sub!
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new TokenExpiredException()
    if (error instanceof errors.JOSEError) throw new TokenInvalidException()
    throw error
  }
}

/** Whether a text has the form of such a token, and so is no key. */
export function isToken(text: string) {
  return /^[\w-]+\.[\w-]+\.[\w-]*$/.test(text)
}
