import { Migration } from '#database/migration'

export default class extends Migration {
  /** Sales that a program tried out: shown, kept for a day, never in the books. */
  async up() {
    this.create('test_sales', (table) => {
      this.workspace(table)
      table.string('external_id', 255).notNullable()
      this.amount(table).notNullable()
      this.currency(table).notNullable()
      table.boolean('attributed').notNullable()
      table.text('explanation').notNullable()

      // The newest of a workspace; clearing up.
      table.index(['workspace_id', 'id'], 'test_sales_workspace_id_index')
      table.index(['created_at'], 'test_sales_created_index')
    })
  }

  async down() {
    this.schema.dropTable('test_sales')
  }
}
