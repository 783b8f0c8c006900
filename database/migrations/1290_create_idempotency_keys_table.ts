import { Migration } from '#database/migration'

export default class extends Migration {
  /** The first answer to a write, kept for its repeats. One key of one credential names one request. */
  async up() {
    this.schema.createTable('idempotency_keys', (table) => {
      table.string('credential', 80).notNullable()
      table.string('key', 300).notNullable()
      table.string('fingerprint', 64).notNullable()
      table.integer('status').notNullable()
      table.json('headers').notNullable()
      table.text('body').notNullable()
      this.instant(table, 'created_at').notNullable()

      table.primary(['credential', 'key'], 'idempotency_keys_primary')
      // Pruning by age.
      table.index(['created_at'], 'idempotency_keys_created_at_index')
    })
  }

  async down() {
    this.schema.dropTable('idempotency_keys')
  }
}
