import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('mails', (table) => {
      this.reference(table, 'workspace_id', 'workspaces')
      table.string('to', 254).notNullable()
      table.string('subject', 255).notNullable()
      table.text('text').notNullable()
      this.oneOf(table, 'state', ['pending', 'sent', 'failed']).notNullable()
      table.integer('attempts').notNullable().defaultTo(0)
      table.text('error')
      this.instant(table, 'sent_at')

      // What is still to be sent.
      table.index(['state', 'id'], 'mails_state_index')
    })
  }

  async down() {
    this.schema.dropTable('mails')
  }
}
