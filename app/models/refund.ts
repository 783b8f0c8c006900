import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import { row } from '#core/row'
import { machine } from '#core/state_machine'
import { RefundSchema } from '#database/schema'
import Conversion from '#models/conversion'
import type { RefundState } from '#models/types'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** Money given back on a conversion. Recorded by #ledger/refunds. */
export default class Refund extends compose(RefundSchema, row('rfd')) {
  static word = 'refund'
  static machine = machine<RefundState>()({
    apply: { from: ['waiting'], to: 'applied', event: 'applied' },
    undo: { from: ['applied'], to: 'undone', event: 'undone' },
    drop: { from: ['waiting'], to: 'dropped', event: 'dropped' },
  })

  @belongsTo(() => Conversion)
  declare conversion: BelongsTo<typeof Conversion>
}
