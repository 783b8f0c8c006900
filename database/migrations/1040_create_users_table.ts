import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('users', (table) => {
      table.string('email', 254).notNullable().unique({ indexName: 'users_email_unique' })
      table.string('name', 120)
      table.string('password', 255).notNullable()
      table.string('theme', 10)
      // The workspace that the console shows; null is the first one joined.
      this.reference(table, 'current_workspace_id', 'workspaces')
    })
  }

  async down() {
    this.schema.dropTable('users')
  }
}
