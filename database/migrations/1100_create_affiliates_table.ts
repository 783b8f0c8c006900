import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('affiliates', (table) => {
      this.workspace(table)
      table.string('email', 254).notNullable()
      table.string('name', 120)
      this.oneOf(table, 'state', [
        'invited',
        'pending',
        'active',
        'rejected',
        'suspended',
        'archived',
      ]).notNullable()
      table.string('company', 120)
      table.string('country', 2)
      table.json('tags').notNullable()
      table.json('metadata').notNullable()
      this.reference(table, 'referrer_id', 'affiliates')
      table.json('payout_minimums').notNullable()
      // When they were forgotten: since then no column names them.
      this.instant(table, 'forgotten_at')

      // Written first by every money transaction that touches this affiliate: it makes them take turns.
      table.integer('lock').notNullable().defaultTo(0)

      table.unique(['workspace_id', 'email'], { indexName: 'affiliates_workspace_email_unique' })
      // Lists, newest first, and their tabs; sorted by name. What is of an affiliate refers to the first.
      table.unique(['workspace_id', 'id'], { indexName: 'affiliates_workspace_id_index' })
      table.index(['workspace_id', 'name', 'id', 'state'], 'affiliates_name_index')
      table.index(['workspace_id', 'state', 'id'], 'affiliates_workspace_state_index')
      // Whom an affiliate brought.
      table.index(['referrer_id', 'id'], 'affiliates_referrer_index')
    })
  }

  async down() {
    this.schema.dropTable('affiliates')
  }
}
