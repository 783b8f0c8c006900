import { Migration } from '#database/migration'

export default class extends Migration {
  /** What providers such as Stripe sent, as they sent it: stored first, processed by a job, replayable. */
  async up() {
    this.create('source_events', (table) => {
      this.workspace(table)
      this.oneOf(table, 'source', ['stripe']).notNullable()
      // The provider's id of the event, its type, and the ids that other events know it by. Pseudonyms, but for the first
      // two, once their customer is forgotten.
      table.string('external_id', 255).notNullable()
      table.string('type', 120).notNullable()
      table.string('object_id', 255)
      table.string('payment_id', 255)
      table.string('customer_id', 255)
      table.text('body').notNullable()
      this.instant(table, 'occurred_at').notNullable()

      this.oneOf(table, 'state', [
        'received',
        'waiting',
        'applied',
        'ignored',
        'failed',
      ]).notNullable()
      // What came of it, or why nothing did.
      table.text('reason')
      this.instant(table, 'processed_at')

      table.unique(['workspace_id', 'source', 'external_id'], {
        indexName: 'source_events_external_unique',
      })
      // Lists, newest first; what is to be processed; other events of one object or payment; clearing up.
      table.index(['workspace_id', 'id'], 'source_events_workspace_id_index')
      table.index(['state', 'id'], 'source_events_state_index')
      table.index(['workspace_id', 'object_id'], 'source_events_object_index')
      table.index(['workspace_id', 'payment_id'], 'source_events_payment_index')
      // Whoever is forgotten.
      table.index(['workspace_id', 'customer_id'], 'source_events_customer_index')
      table.index(['created_at'], 'source_events_created_index')
    })
  }

  async down() {
    this.schema.dropTable('source_events')
  }
}
