import { refuseField } from '#http/answer'
import { limits, spend } from '#http/rate_limit'
import { hasSecondFactor } from '#http/sign_in'
import { wrongCode } from '#people/second_factor'
import type User from '#models/user'

/**
 * Asks who is signed in for their password once more. Guessing is as slow here as at the sign-in.
 *
 * @throws InvalidFieldsException on the field, RateLimitedException
 */
export async function confirmPassword(user: User, password: string, field = 'current_password') {
  await spend(`password:${user.id}`, limits.signIn)
  if (!(await user.verifyPassword(password))) refuseField(field, 'This is not your password.')
}

/** @throws InvalidFieldsException on `code`, RateLimitedException */
export async function confirmSecondFactor(user: User, code: string) {
  if (!(await hasSecondFactor(user, code))) throw wrongCode()
}
