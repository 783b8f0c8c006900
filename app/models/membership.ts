import { compose } from '@adonisjs/core/helpers'
import db from '@adonisjs/lucid/services/db'
import { belongsTo, Preloader } from '@adonisjs/lucid/orm'
import { row } from '#core/row'
import { MembershipSchema } from '#database/schema'
import { roles } from '#http/permissions'
import User from '#models/user'
import Workspace from '#models/workspace'
import { changeRole, handOver, removeMember } from '#people/members'
import type { Role } from '#models/types'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** A user's role in a workspace. */
export default class Membership extends compose(MembershipSchema, row('mem')) {
  @belongsTo(() => User)
  declare user: BelongsTo<typeof User>

  @belongsTo(() => Workspace)
  declare workspace: BelongsTo<typeof Workspace>

  /** Loads the user of each, who is shown on either face. */
  static async complete(memberships: Membership[]) {
    const preloader = new Preloader(Membership)
    preloader.load('user')
    await preloader.processAllForMany(memberships, db.connection())
  }

  get permissions() {
    return roles[this.role]
  }

  /** @throws ForbiddenException above one's own role; ConflictException for the owner, or where too few could approve */
  changeRole(role: Role, by: Membership) {
    return changeRole(this, role, by)
  }

  /** @throws ForbiddenException above one's own role; ConflictException for the owner, or where too few could approve */
  remove(by: Membership) {
    return removeMember(this, by)
  }

  /** @throws ForbiddenException for anyone but the owner */
  handOverTo(member: Membership) {
    return handOver(member, this)
  }
}
