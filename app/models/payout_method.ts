import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import { row } from '#core/row'
import { PayoutMethodSchema } from '#database/schema'
import Affiliate from '#models/affiliate'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** Where an affiliate wants the money. Without a row they are paid by hand. */
export default class PayoutMethod extends compose(PayoutMethodSchema, row('pm')) {
  @belongsTo(() => Affiliate)
  declare affiliate: BelongsTo<typeof Affiliate>
}
