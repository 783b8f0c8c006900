import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('reconciliation_lines', (table) => {
      this.workspace(table)
      this.reference(table, 'reconciliation_id', 'reconciliations').notNullable()
      // Of the file, from 1.
      table.integer('line').notNullable()
      this.word(table, 'payout_id').notNullable()
      this.oneOf(table, 'outcome', ['paid', 'failed', 'returned', 'open', 'unclear']).notNullable()
      // The file's own word for it, and its reason; of a line that cannot be read, what is wrong with it.
      table.string('status', 60).notNullable()
      table.string('reason', 160)
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
        'other_run',
        'other_amount',
        'other_currency',
        'already_final',
        'contradiction',
        'unclear',
        'unreadable',
      ])

      // A file's lines in order; those that are not done.
      table.index(['reconciliation_id', 'line'], 'reconciliation_lines_line_index')
    })
  }

  async down() {
    this.schema.dropTable('reconciliation_lines')
  }
}
