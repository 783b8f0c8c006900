import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import { row } from '#core/row'
import { PayoutLineSchema } from '#database/schema'
import Commission from '#models/commission'
import Payout from '#models/payout'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** One commission in one payout: the record, of which `commissions.payout_id` is the shadow. */
export default class PayoutLine extends compose(PayoutLineSchema, row('line')) {
  @belongsTo(() => Payout)
  declare payout: BelongsTo<typeof Payout>

  @belongsTo(() => Commission)
  declare commission: BelongsTo<typeof Commission>
}
