import { Migration } from '#database/migration'

export default class extends Migration {
  /** One sign-in to the API: a family of refresh tokens, of which the newest alone works. No token is stored. */
  async up() {
    this.create('user_tokens', (table) => {
      this.reference(table, 'user_id', 'users').notNullable().index('user_tokens_user_id_index')
      table.string('refresh_hash', 64).notNullable()
      this.oneOf(table, 'ended_because', ['signed_out', 'reused', 'password_changed'])
      // Pruning of what has expired.
      this.instant(table, 'expires_at').notNullable().index('user_tokens_expires_at_index')
    })
  }

  async down() {
    this.schema.dropTable('user_tokens')
  }
}
