import hash from '@adonisjs/core/services/hash'
import { compose } from '@adonisjs/core/helpers'
import { withAuthFinder } from '@adonisjs/auth/mixins/lucid'
import { hasMany } from '@adonisjs/lucid/orm'
import { atomically } from '#core/atomically'
import { row } from '#core/row'
import { UserSchema } from '#database/schema'
import Membership from '#models/membership'
import Session from '#models/session'
import UserToken from '#models/user_token'
import { checkSecondFactor } from '#people/second_factor'
import { tellWorkspaces } from '#people/tell'
import type { Actor } from '#core/actor'
import type { HasMany } from '@adonisjs/lucid/types/relations'

/** A person who signs in. E-mails are kept in lower case. */
export default class User extends compose(
  UserSchema,
  row('usr'),
  withAuthFinder(hash, { uids: ['email'], passwordColumnName: 'password' })
) {
  @hasMany(() => Membership)
  declare memberships: HasMany<typeof Membership>

  get actor(): Actor {
    return { kind: 'user', id: this.id }
  }

  get displayName() {
    return this.name ?? this.email
  }

  /** Whether signing in asks for a code besides the password. */
  get hasTwoFactor() {
    return this.twoFactorAt !== null
  }

  /** Whether this is a code of their authenticator or a recovery code. Either works once. */
  checkSecondFactor(code: string): Promise<boolean> {
    return checkSecondFactor(this, code)
  }

  /** Sets a new password, and ends whatever signed in with the old one, but for the session they are in. */
  async changePassword(
    password: string,
    { session, reason, actor }: { session?: Session; reason?: string; actor?: Actor } = {}
  ) {
    await atomically(async () => {
      this.password = password
      await this.save()
      await Session.endAllOf(this, session)
      await UserToken.endAllOf(this, 'password_changed')
      await tellWorkspaces(this, {
        type: 'member.password_changed',
        actor: actor ?? this.actor,
        reason,
      })
    })
  }

  /** Ends their sessions but for the one they are in, and what uses the API in their name. */
  async endOtherSessions(session: Session): Promise<number> {
    return atomically(async () => {
      const ended = await Session.endAllOf(this, session)
      await UserToken.endAllOf(this, 'signed_out')
      await tellWorkspaces(this, { type: 'member.sessions_ended' })
      return ended
    })
  }
}
