import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('password_resets', (table) => {
      this.reference(table, 'user_id', 'users').notNullable()
      table
        .string('token_hash', 64)
        .notNullable()
        .unique({ indexName: 'password_resets_token_hash_unique' })
      this.instant(table, 'expires_at').notNullable()

      // Those of one user, which end together; those that are over.
      table.index(['user_id'], 'password_resets_user_index')
      table.index(['expires_at'], 'password_resets_expires_at_index')
    })
  }

  async down() {
    this.schema.dropTable('password_resets')
  }
}
