import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('payout_runs', (table) => {
      this.workspace(table)
      this.currency(table).notNullable()
      this.instant(table, 'cutoff').notNullable()
      this.oneOf(table, 'trigger', ['schedule', 'hand']).notNullable()
      this.oneOf(table, 'state', [
        'draft',
        'awaiting_approval',
        'approved',
        'processing',
        'completed',
        'partly_failed',
        'canceled',
      ]).notNullable()

      // Chosen by hand; null is every affiliate.
      table.json('affiliate_ids')
      this.word(table, 'opened_by_id').notNullable()
      table.integer('approvals_required').notNullable()

      this.amount(table).notNullable().defaultTo(0)
      table.integer('payouts_count').notNullable().defaultTo(0)
      table.integer('left_out_count').notNullable().defaultTo(0)
      // How far a job has built, approved or executed it: the last affiliate done, and what is being done.
      table.string('progress_step', 20)
      table.string('progress_cursor', 40)
      // What the step was told: who paid, under which reference, but for which payouts.
      table.json('progress_input')

      this.instant(table, 'opened_at')
      this.instant(table, 'approved_at')
      this.instant(table, 'completed_at')
      table.text('cancel_reason')

      // Lists, newest first; runs that a job goes on with.
      table.index(['workspace_id', 'id'], 'payout_runs_workspace_id_index')
      table.index(['state'], 'payout_runs_state_index')
      table.check('amount >= 0', undefined, 'payout_runs_amount_check')
      table.check('approvals_required in (1, 2)', undefined, 'payout_runs_approvals_required_check')
    })
    // A scheduled run is made once for its cutoff, for ever, whatever became of it.
    this.schema.raw(
      `create unique index payout_runs_scheduled_unique on payout_runs (workspace_id, currency, cutoff) where "trigger" = 'schedule'`
    )
  }

  async down() {
    this.schema.dropTable('payout_runs')
  }
}
