import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('memberships', (table) => {
      this.workspace(table)
      this.reference(table, 'user_id', 'users').notNullable()
      this.oneOf(table, 'role', ['owner', 'admin', 'member']).notNullable()

      table.unique(['workspace_id', 'user_id'], { indexName: 'memberships_workspace_user_unique' })
      // The workspaces of one user.
      table.index(['user_id'], 'memberships_user_index')
    })
  }

  async down() {
    this.schema.dropTable('memberships')
  }
}
