import { Migration } from '#database/migration'

const ways = ['csv', 'paypal', 'paypal_api', 'wise', 'wise_email', 'sepa']

export default class extends Migration {
  async up() {
    this.create('payouts', (table) => {
      this.workspace(table)
      this.reference(table, 'run_id', 'payout_runs').notNullable()
      this.reference(table, 'affiliate_id', 'affiliates').notNullable()
      this.amount(table).notNullable()
      this.currency(table).notNullable()
      this.oneOf(table, 'state', [
        'awaiting_approval',
        'approved',
        'processing',
        'paid',
        'returned',
        'canceled',
        'failed',
      ]).notNullable()

      this.oneOf(table, 'method', ['manual', 'paypal', 'wise', 'sepa']).notNullable()
      table.string('method_masked', 120)
      // Copied at approval: what the approvers saw is what is paid. Encrypted.
      table.text('destination')
      table.string('attention', 40)
      // What a reviewer looks at first, noted until the run is approved (#payouts/marks): a list, as text to group by.
      table.string('marks', 60).notNullable().defaultTo('[]')
      table.string('reference', 255)
      // How it goes out, decided at approval; the file or the provider's batch it is in, and what that says of it.
      this.oneOf(table, 'sent_through', ways)
      this.word(table, 'file_id')
      this.word(table, 'batch_id')
      table.string('provider_item_id', 60)
      table.string('provider_status', 40)

      table.string('failure_reason', 60)
      table.string('cancel_reason', 60)
      table.text('note')
      this.instant(table, 'approved_at')
      this.instant(table, 'executed_at')
      this.instant(table, 'paid_at')
      this.instant(table, 'ended_at')

      table.unique(['run_id', 'affiliate_id'], { indexName: 'payouts_run_affiliate_unique' })
      // Lists, newest first, and their tabs; one affiliate's payouts.
      table.index(['workspace_id', 'id'], 'payouts_workspace_id_index')
      table.index(['workspace_id', 'state', 'id'], 'payouts_workspace_state_index')
      table.index(['workspace_id', 'amount', 'id', 'state'], 'payouts_amount_index')
      table.index(['affiliate_id', 'id'], 'payouts_affiliate_index')
      // The payouts of a run, the largest first.
      table.index(['run_id', 'amount', 'id'], 'payouts_run_amount_index')
      // The review of a run groups those that are alike, in this order and from the index alone.
      table.index(
        ['run_id', 'method', 'state', 'marks', 'attention', 'amount', 'id'],
        'payouts_review_index'
      )
      // What a run's files hold, and what is in none yet, in order.
      table.index(['run_id', 'sent_through', 'file_id', 'id'], 'payouts_run_file_index')
      // The job that counts days: what changed since it counted last, and what was paid on a day. Lists, too.
      table.index(['workspace_id', 'updated_at'], 'payouts_updated_index')
      table.index(['workspace_id', 'paid_at', 'id', 'state'], 'payouts_paid_index')
      // What a provider's batch holds; what is in none yet.
      table.index(['batch_id'], 'payouts_batch_index')
      table.index(['sent_through', 'state', 'batch_id'], 'payouts_sent_through_index')
      table.check('amount > 0', undefined, 'payouts_amount_check')
    })
    // Marks of a payout: what its affiliate was paid before.
    this.schema.raw(
      `create index payouts_paid_before_index on payouts (affiliate_id, run_id, currency, amount, approved_at) where state = 'paid'`
    )
  }

  async down() {
    this.schema.dropTable('payouts')
  }
}
