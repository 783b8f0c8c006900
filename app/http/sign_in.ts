import { InvalidCredentialsException, OtpRequiredException } from '#exceptions/errors'
import { limits, spend, tell } from '#http/rate_limit'
import { take } from '#http/take'
import Session from '#models/session'
import User from '#models/user'
import { signIn } from '#validators/account'
import type { HttpContext } from '@adonisjs/core/http'

/** Where the cookie's session keeps the id of the row that lets it in. */
const SESSION = 'session_id'

/** Seconds in which attempts at second factors are counted. */
const HOUR = 3_600

/**
 * The person whose e-mail and password a request says, and the code if it says one. Guessing is slow: few attempts
 * a minute for an address, and for an e-mail, known or not.
 *
 * @throws InvalidCredentialsException, RateLimitedException
 */
export async function knowsPassword(ctx: HttpContext): Promise<{ user: User; otp?: string }> {
  tell(ctx.response, await spend(`sign-in:${ctx.request.ip()}`, limits.signIn))
  const { email, password, otp } = await take(ctx, signIn)
  tell(ctx.response, await spend(`sign-in:${email}`, limits.signIn))

  const user = await User.verifyCredentials(email, password).catch(() => {
    throw new InvalidCredentialsException()
  })
  return { user, otp }
}

/**
 * The person whom a request says all of: password, and a second factor where they have one.
 *
 * @throws InvalidCredentialsException, OtpRequiredException, RateLimitedException
 */
export async function personSigningIn(ctx: HttpContext): Promise<User> {
  const { user, otp } = await knowsPassword(ctx)
  if (!user.hasTwoFactor) return user
  if (!otp) throw new OtpRequiredException()
  if (!(await hasSecondFactor(user, otp)))
    throw new InvalidCredentialsException('This code does not fit, or was used already.')
  return user
}

/** @throws RateLimitedException: so few codes an hour that none can be guessed */
export async function hasSecondFactor(user: User, code: string): Promise<boolean> {
  await spend(`second-factor:${user.id}`, limits.secondFactor, HOUR)
  return user.checkSecondFactor(code)
}

/** Signs a person in to the console, in a session of its own row. */
export async function enterConsole(ctx: HttpContext, user: User) {
  const { auth, request, session } = ctx
  await auth.use('web').login(user)
  const { id } = await Session.begin(user, {
    address: request.ip(),
    userAgent: request.header('user-agent') ?? null,
  })
  session.put(SESSION, id)
}

/** Who is signed in to the console; nobody once their session was ended elsewhere. */
export async function signedIn(
  ctx: HttpContext
): Promise<{ user: User; session: Session } | undefined> {
  const web = ctx.auth.use('web')
  if (!(await web.check())) return undefined
  const user = web.user!
  const session = await Session.current(user, String(ctx.session.get(SESSION)))
  if (!session) {
    await web.logout()
    return undefined
  }
  await session.see(ctx.request.ip())
  return { user, session }
}
