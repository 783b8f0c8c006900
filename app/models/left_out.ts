import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import { row } from '#core/row'
import { LeftOutSchema } from '#database/schema'
import Affiliate from '#models/affiliate'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** Who a run did not pay, and why. Their money is carried over. */
export default class LeftOut extends compose(LeftOutSchema, row('left')) {
  @belongsTo(() => Affiliate)
  declare affiliate: BelongsTo<typeof Affiliate>
}
