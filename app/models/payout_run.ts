import { compose } from '@adonisjs/core/helpers'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import { row } from '#core/row'
import { machine } from '#core/state_machine'
import { PayoutRunSchema } from '#database/schema'
import Approval from '#models/approval'
import LeftOut from '#models/left_out'
import PaymentFile from '#models/payment_file'
import Payout from '#models/payout'
import Reconciliation from '#models/reconciliation'
import Workspace from '#models/workspace'
import { approveRun } from '#payouts/approve'
import { cancelRun, rejectRun } from '#payouts/cancel'
import { executeRun } from '#payouts/execute'
import { payRun } from '#payouts/pay_run'
import type { Actor } from '#core/actor'
import type { PayoutRunState } from '#models/types'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'

/** One batch of payouts with a cutoff, reviewed and approved as one. Opened by #payouts/open. */
export default class PayoutRun extends compose(PayoutRunSchema, row('run')) {
  static word = 'payout_run'
  static machine = machine<PayoutRunState>()({
    present: { from: ['draft'], to: 'awaiting_approval', event: 'opened' },
    close_empty: { from: ['draft'], to: 'completed', event: 'completed' },
    approve: { from: ['awaiting_approval'], to: 'approved', event: 'approved' },
    start: { from: ['approved'], to: 'processing', event: 'executed' },
    complete: { from: ['processing', 'partly_failed'], to: 'completed', event: 'completed' },
    fail_partly: { from: ['processing', 'completed'], to: 'partly_failed', event: 'partly_failed' },
    cancel: { from: ['draft', 'awaiting_approval', 'approved'], to: 'canceled', event: 'canceled' },
  })

  @belongsTo(() => Workspace)
  declare workspace: BelongsTo<typeof Workspace>

  @hasMany(() => Payout, { foreignKey: 'runId' })
  declare payouts: HasMany<typeof Payout>

  @hasMany(() => LeftOut, { foreignKey: 'runId' })
  declare leftOuts: HasMany<typeof LeftOut>

  @hasMany(() => Approval, { foreignKey: 'runId' })
  declare approvals: HasMany<typeof Approval>

  @hasMany(() => PaymentFile, { foreignKey: 'runId' })
  declare files: HasMany<typeof PaymentFile>

  @hasMany(() => Reconciliation, { foreignKey: 'runId' })
  declare reconciliations: HasMany<typeof Reconciliation>

  /** Loads who approved each. */
  static async complete(runs: PayoutRun[]) {
    const ids = runs.map(({ id }) => id)
    const approvals = await Approval.query().whereIn('run_id', ids).orderBy('id')
    for (const run of runs)
      run.$setRelated(
        'approvals',
        approvals.filter(({ runId }) => runId === run.id)
      )
  }

  /** One person's yes, to the amount that they saw. The last one needed approves the run and freezes it. */
  approve(actor: Actor, seen?: number) {
    return approveRun(this, actor, seen)
  }

  reject(actor: Actor, reason: string, note?: string) {
    return rejectRun(this, actor, reason, note)
  }

  cancel(actor: Actor, reason: string, note?: string) {
    return cancelRun(this, actor, reason, note)
  }

  /** Writes the payment files and sets the payouts on their way. */
  execute(actor: Actor) {
    return executeRun(this, actor)
  }

  /** Marks all that is on its way as paid, but for the payouts named. */
  pay(actor: Actor, payment: { reference: string; paidAt?: DateTime; except?: string[] }) {
    return payRun(this, actor, payment)
  }
}
