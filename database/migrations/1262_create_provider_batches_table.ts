import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('provider_batches', (table) => {
      this.workspace(table)
      this.reference(table, 'run_id', 'payout_runs').notNullable()
      this.oneOf(table, 'provider', ['paypal_api']).notNullable()
      this.oneOf(table, 'state', [
        'waiting',
        'sending',
        'accepted',
        'refused',
        'closed',
      ]).notNullable()

      table.integer('items').notNullable()
      this.amount(table).notNullable()
      this.currency(table).notNullable()

      // Its name at the provider, once that is known; ours, sent with it, is the id.
      table.string('provider_batch_id', 60)
      // A hash of the credentials that it was sent by.
      table.string('account', 64)
      table.integer('attempts').notNullable().defaultTo(0)
      // When the first attempt began: the provider knows a batch again for 30 days.
      this.instant(table, 'sent_at')
      // An attempt was made of which nobody knows whether it arrived.
      table.boolean('outcome_unknown').notNullable().defaultTo(false)
      table.string('problem', 255)
      this.instant(table, 'next_at')

      // What a run sent; what a job sends or asks about next.
      table.index(['run_id'], 'provider_batches_run_index')
      table.index(['next_at'], 'provider_batches_next_index')
    })
  }

  async down() {
    this.schema.dropTable('provider_batches')
  }
}
