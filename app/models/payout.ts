import { compose } from '@adonisjs/core/helpers'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import { row } from '#core/row'
import { machine } from '#core/state_machine'
import { PayoutSchema } from '#database/schema'
import Affiliate from '#models/affiliate'
import PayoutLine from '#models/payout_line'
import PayoutRun from '#models/payout_run'
import { excludePayout } from '#payouts/exclude'
import { includePayout } from '#payouts/include'
import { failPayout, payPayout, returnPayout } from '#payouts/outcomes'
import type { Actor } from '#core/actor'
import type { PayoutState } from '#models/types'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'

/** What one affiliate is paid in one run. */
export default class Payout extends compose(PayoutSchema, row('po')) {
  static word = 'payout'
  static machine = machine<PayoutState>()({
    approve: { from: ['awaiting_approval'], to: 'approved', event: 'approved' },
    execute: { from: ['approved'], to: 'processing', event: 'executed' },
    pay: { from: ['approved', 'processing'], to: 'paid', event: 'paid' },
    fail: { from: ['approved', 'processing'], to: 'failed', event: 'failed' },
    cancel: { from: ['awaiting_approval', 'approved'], to: 'canceled', event: 'canceled' },
    include: { from: ['canceled'], to: 'awaiting_approval', event: 'included' },
    return: { from: ['paid'], to: 'returned', event: 'returned' },
  })

  @belongsTo(() => Affiliate)
  declare affiliate: BelongsTo<typeof Affiliate>

  @belongsTo(() => PayoutRun, { foreignKey: 'runId' })
  declare run: BelongsTo<typeof PayoutRun>

  @hasMany(() => PayoutLine)
  declare lines: HasMany<typeof PayoutLine>

  /** Counts the lines of each. */
  static async complete(payouts: Payout[]) {
    const ids = payouts.map(({ id }) => id)
    const counts = await PayoutLine.query()
      .whereIn('payout_id', ids)
      .groupBy('payout_id')
      .select('payout_id')
      .countDistinct('commission_id as lines')
      .pojo<{ payout_id: string; lines: number }>()
    const lines = new Map(counts.map((count) => [count.payout_id, Number(count.lines)]))
    for (const payout of payouts) payout.$extras.lines_count = lines.get(payout.id) ?? 0
  }

  /** Leaves it out of its run before approval; its rows are carried over. */
  exclude(actor: Actor, reason: string, note?: string) {
    return excludePayout(this, actor, reason, note)
  }

  /** Puts it back into its run, while nobody has approved that. */
  include(actor: Actor) {
    return includePayout(this, actor)
  }

  pay(actor: Actor, payment: { reference?: string | null; paidAt?: DateTime }) {
    return payPayout(this, actor, payment)
  }

  fail(actor: Actor, reason: string, note?: string) {
    return failPayout(this, actor, reason, note)
  }

  /** The money came back after it was paid. */
  return(actor: Actor, reason: string, note?: string) {
    return returnPayout(this, actor, reason, note)
  }
}
