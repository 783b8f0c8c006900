import { Migration } from '#database/migration'

export default class extends Migration {
  /** Who is signed in where. Only while its row is here does a session let anyone in. */
  async up() {
    this.create('sessions', (table) => {
      this.reference(table, 'user_id', 'users').notNullable()
      table.string('user_agent', 255)
      table.string('address', 60).notNullable()
      this.instant(table, 'seen_at').notNullable()
      this.instant(table, 'expires_at').notNullable()

      // The sessions of one user; those that are over.
      table.index(['user_id'], 'sessions_user_index')
      table.index(['expires_at'], 'sessions_expires_at_index')
    })
  }

  async down() {
    this.schema.dropTable('sessions')
  }
}
