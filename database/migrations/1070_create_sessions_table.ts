import { Migration } from '#database/migration'

export default class extends Migration {
  /** The console's sessions, as @adonisjs/session keeps them; rows, so that they can be listed and ended. */
  async up() {
    this.schema.createTable('sessions', (table) => {
      table.string('id', 120).primary()
      table.text('data').notNullable()
      table.string('user_id', 40).index('sessions_user_index')
      this.instant(table, 'expires_at').notNullable().index('sessions_expires_at_index')
    })
  }

  async down() {
    this.schema.dropTable('sessions')
  }
}
