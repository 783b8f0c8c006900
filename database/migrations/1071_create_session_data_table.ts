import { Migration } from '#database/migration'

export default class extends Migration {
  /** What the console keeps between two requests, as @adonisjs/session writes it, also of who is not signed in. */
  async up() {
    this.schema.createTable('session_data', (table) => {
      table.string('id', 120).primary()
      table.text('data').notNullable()
      this.instant(table, 'expires_at').notNullable().index('session_data_expires_at_index')
    })
  }

  async down() {
    this.schema.dropTable('session_data')
  }
}
