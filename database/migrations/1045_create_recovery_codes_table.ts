import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('recovery_codes', (table) => {
      this.reference(table, 'user_id', 'users').notNullable()
      table
        .string('code_hash', 64)
        .notNullable()
        .unique({ indexName: 'recovery_codes_code_hash_unique' })
      this.instant(table, 'used_at')

      // The codes of one user.
      table.index(['user_id'], 'recovery_codes_user_index')
    })
  }

  async down() {
    this.schema.dropTable('recovery_codes')
  }
}
