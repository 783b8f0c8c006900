import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('users', (table) => {
      table.string('email', 254).notNullable().unique({ indexName: 'users_email_unique' })
      table.string('name', 120)
      table.string('password', 255).notNullable()
      table.string('theme', 10)
      // Encrypted. Without `two_factor_at` it waits for its first code; the step is that of the last code taken.
      table.text('two_factor_secret')
      this.instant(table, 'two_factor_at')
      table.bigInteger('two_factor_step')
      // The workspace that the console shows; null is the first one joined.
      this.reference(table, 'current_workspace_id', 'workspaces')
    })
  }

  async down() {
    this.schema.dropTable('users')
  }
}
