import { compose } from '@adonisjs/core/helpers'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import { row } from '#core/row'
import { ProviderBatchSchema } from '#database/schema'
import Payout from '#models/payout'
import PayoutRun from '#models/payout_run'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'

/** Payouts of one run that a provider is sent in one call. Its id goes with it, so that it is taken once. */
export default class ProviderBatch extends compose(ProviderBatchSchema, row('batch')) {
  @belongsTo(() => PayoutRun, { foreignKey: 'runId' })
  declare run: BelongsTo<typeof PayoutRun>

  @hasMany(() => Payout, { foreignKey: 'batchId' })
  declare payouts: HasMany<typeof Payout>
}
