import { Migration } from '#database/migration'

export default class extends Migration {
  /** Mails to be sent, and those that were. Where a link has a token, the bodies hold a mask in its place. */
  async up() {
    this.create('mails', (table) => {
      this.reference(table, 'workspace_id', 'workspaces')
      table.string('to', 254).notNullable()
      table.string('subject', 255).notNullable()
      table.text('text').notNullable()
      table.text('html').notNullable()
      // Encrypted, and gone once the mail is sent or given up.
      table.text('token')
      this.oneOf(table, 'state', ['pending', 'sent', 'failed']).notNullable()
      table.integer('attempts').notNullable()
      this.instant(table, 'next_attempt_at').notNullable()
      table.text('error')
      this.instant(table, 'sent_at')

      // What is still to be sent; the mails of one workspace, newest first.
      table.index(['state', 'next_attempt_at'], 'mails_state_next_index')
      table.index(['workspace_id', 'id'], 'mails_workspace_id_index')
    })
  }

  async down() {
    this.schema.dropTable('mails')
  }
}
