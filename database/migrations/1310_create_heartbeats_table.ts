import { Migration } from '#database/migration'

export default class extends Migration {
  /** When each process was last alive; the health page and `doctor` read it. */
  async up() {
    this.schema.createTable('heartbeats', (table) => {
      table.string('name', 60).primary()
      table.json('data').notNullable()
      this.instant(table, 'beat_at').notNullable()
    })
  }

  async down() {
    this.schema.dropTable('heartbeats')
  }
}
