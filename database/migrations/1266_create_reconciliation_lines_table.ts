import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('reconciliation_lines', (table) => {
      this.workspace(table)
      this.reference(table, 'reconciliation_id', 'reconciliations').notNullable()
      // Of the file, from 1.
      table.integer('line').notNullable()
      table.string('payout_id', 40).notNullable()
      this.oneOf(table, 'outcome', ['paid', 'failed', 'returned', 'open', 'unclear']).notNullable()
      // The file's own word for it, and its reason.
      table.string('status', 60).notNullable()
      table.string('reason', 60)
      table.string('reference', 255)
      this.amount(table)
      table.string('currency', 3)
      this.instant(table, 'paid_at')

      // Null until it is done.
      this.oneOf(table, 'result', [
        'paid',
        'failed',
        'returned',
        'still_open',
        'already_so',
        'unknown_id',
        'other_amount',
        'already_final',
        'contradiction',
        'unclear',
      ])

      table.unique(['reconciliation_id', 'line'], { indexName: 'reconciliation_lines_line_unique' })
    })
  }

  async down() {
    this.schema.dropTable('reconciliation_lines')
  }
}
