import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('reconciliations', (table) => {
      this.workspace(table)
      this.reference(table, 'run_id', 'payout_runs').notNullable()
      this.oneOf(table, 'format', ['paypal', 'wise', 'pain002', 'csv']).notNullable()
      this.oneOf(table, 'state', ['working', 'done']).notNullable()
      table.string('actor_kind', 20).notNullable()
      this.word(table, 'actor_id').notNullable()
      // SHA-256 of the file, in hex. The file itself names accounts, and is not kept.
      table.string('checksum', 64).notNullable()
      table.integer('lines_count').notNullable()
      table.integer('changed_count').notNullable().defaultTo(0)
      table.integer('unmatched_count').notNullable().defaultTo(0)

      // A run's, newest first; those that a job goes on with.
      table.index(['run_id', 'id'], 'reconciliations_run_index')
      table.index(['state'], 'reconciliations_state_index')
    })
  }

  async down() {
    this.schema.dropTable('reconciliations')
  }
}
