import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import { row } from '#core/row'
import { PayoutLineSchema } from '#database/schema'
import Commission from '#models/commission'
import Payout from '#models/payout'
import type { ChainableContract } from '@adonisjs/lucid/types/querybuilder'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** One commission in one payout: the record, of which `commissions.payout_id` is the shadow. */
export default class PayoutLine extends compose(PayoutLineSchema, row('line')) {
  @belongsTo(() => Payout)
  declare payout: BelongsTo<typeof Payout>

  @belongsTo(() => Commission)
  declare commission: BelongsTo<typeof Commission>
}

/** Each commission of a payout once: one that was put back has a line from before, too. */
export function eachOnce(lines: ChainableContract) {
  lines.whereNotExists((later) =>
    later
      .from('payout_lines as later')
      .whereColumn('later.commission_id', 'payout_lines.commission_id')
      .whereColumn('later.payout_id', 'payout_lines.payout_id')
      .whereColumn('later.id', '>', 'payout_lines.id')
  )
}
