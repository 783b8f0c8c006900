import hash from '@adonisjs/core/services/hash'
import { compose } from '@adonisjs/core/helpers'
import { withAuthFinder } from '@adonisjs/auth/mixins/lucid'
import { hasMany } from '@adonisjs/lucid/orm'
import { row } from '#core/row'
import { UserSchema } from '#database/schema'
import Membership from '#models/membership'
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
}
