import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import { row } from '#core/row'
import { MembershipSchema } from '#database/schema'
import { roles } from '#http/permissions'
import User from '#models/user'
import Workspace from '#models/workspace'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** A user's role in a workspace. */
export default class Membership extends compose(MembershipSchema, row('mem')) {
  @belongsTo(() => User)
  declare user: BelongsTo<typeof User>

  @belongsTo(() => Workspace)
  declare workspace: BelongsTo<typeof Workspace>

  get permissions() {
    return roles[this.role]
  }
}
