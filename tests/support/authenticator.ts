import { Secret, TOTP } from 'otpauth'
import { clock } from '#core/clock'
import { authenticatorSecretOf, beginTwoFactor, confirmTwoFactor } from '#people/second_factor'
import type User from '#models/user'

/** The code that a person's phone shows, some steps of 30 s from now. */
export function codeOf(user: User, steps = 0) {
  const secret = Secret.fromBase32(authenticatorSecretOf(user)!)
  return new TOTP({ secret }).generate({ timestamp: clock.now().toMillis() + steps * 30_000 })
}

/** Turns two-factor sign-in on with the code before this one; the answer is the recovery codes. */
export async function turnOnTwoFactor(user: User) {
  await beginTwoFactor(user)
  return clock.at(clock.now(), () => confirmTwoFactor(user, codeOf(user, -1)))
}
