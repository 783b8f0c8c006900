import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import { row } from '#core/row'
import { ReconciliationLineSchema } from '#database/schema'
import Payout from '#models/payout'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** What a result file says of one payout, and what came of it. */
export default class ReconciliationLine extends compose(ReconciliationLineSchema, row('recl')) {
  @belongsTo(() => Payout)
  declare payout: BelongsTo<typeof Payout>
}
