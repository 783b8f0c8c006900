import RecoveryCode from '#models/recovery_code'
import { authenticatorUri, qrCode } from '#people/authenticator'
import { authenticatorSecretOf } from '#people/second_factor'
import Membership from '#models/membership'
import type User from '#models/user'

/** What the page needs where it is off, being set up, or on; and whether a workspace asks for it. */
export async function twoFactorPage(user: User) {
  const secret = user.hasTwoFactor ? null : authenticatorSecretOf(user)
  const memberships = await Membership.query()
    .where('user_id', user.id)
    .preload('workspace')
    .orderBy('id')
  const asking = memberships.filter(({ workspace }) => workspace.requireTwoFactor)
  return {
    user,
    askedBy: asking.map(({ workspace }) => workspace.name),
    others: memberships
      .map(({ workspace }) => workspace)
      .filter(({ requireTwoFactor }) => !requireTwoFactor),
    codesLeft: await codesLeftOf(user),
    setUp: secret && {
      qr: qrCode(authenticatorUri(secret, user.email)),
      secret: secret.match(/.{1,4}/g)!.join(' '),
    },
  }
}

async function codesLeftOf(user: User): Promise<number> {
  const left = await RecoveryCode.query().where('user_id', user.id).whereNull('used_at')
  return left.length
}
