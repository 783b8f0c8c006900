import { Migration } from '#database/migration'

export default class extends Migration {
  /** Facts of this instance, such as the hash of the one-time link to first-run setup. */
  async up() {
    this.schema.createTable('settings', (table) => {
      table.string('key', 60).primary()
      table.text('value').notNullable()
      this.instant(table, 'updated_at').notNullable()
    })
  }

  async down() {
    this.schema.dropTable('settings')
  }
}
