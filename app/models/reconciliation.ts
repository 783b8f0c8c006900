import { compose } from '@adonisjs/core/helpers'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import { row } from '#core/row'
import { ReconciliationSchema } from '#database/schema'
import PayoutRun from '#models/payout_run'
import ReconciliationLine from '#models/reconciliation_line'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'

/** A bank's or provider's result file, held against a run. Opened by #payouts/reconcile. */
export default class Reconciliation extends compose(ReconciliationSchema, row('rec')) {
  @belongsTo(() => PayoutRun, { foreignKey: 'runId' })
  declare run: BelongsTo<typeof PayoutRun>

  @hasMany(() => ReconciliationLine)
  declare lines: HasMany<typeof ReconciliationLine>
}
