import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import { row } from '#core/row'
import { ApprovalSchema } from '#database/schema'
import User from '#models/user'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** One person's (or, where one is enough, one key's) yes to a run. */
export default class Approval extends compose(ApprovalSchema, row('appr')) {
  @belongsTo(() => User)
  declare user: BelongsTo<typeof User>
}
