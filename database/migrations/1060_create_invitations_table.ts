import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('invitations', (table) => {
      this.workspace(table)
      table.string('email', 254).notNullable()
      this.oneOf(table, 'role', ['admin', 'member']).notNullable()
      this.oneOf(table, 'state', ['pending', 'accepted', 'expired', 'revoked']).notNullable()
      table
        .string('token_hash', 64)
        .notNullable()
        .unique({ indexName: 'invitations_token_hash_unique' })
      this.reference(table, 'invited_by_id', 'users').notNullable()
      this.instant(table, 'expires_at').notNullable()
      this.instant(table, 'accepted_at')

      // The pending offers of one workspace.
      table.index(['workspace_id', 'state'], 'invitations_workspace_state_index')
    })
  }

  async down() {
    this.schema.dropTable('invitations')
  }
}
