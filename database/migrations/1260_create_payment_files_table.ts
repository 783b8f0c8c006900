import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('payment_files', (table) => {
      this.workspace(table)
      this.reference(table, 'run_id', 'payout_runs').notNullable()
      this.oneOf(table, 'format', ['csv', 'paypal', 'wise', 'wise_email', 'sepa']).notNullable()
      table.integer('part').notNullable()
      table.integer('parts').notNullable()
      table.integer('rows').notNullable()
      this.amount(table).notNullable()
      this.currency(table).notNullable()
      // SHA-256 of the plain content, in hex.
      table.string('checksum', 64).notNullable()
      // Encrypted: it names accounts. Gone once someone in it was forgotten.
      table.text('content')

      table.unique(['run_id', 'format', 'part'], {
        indexName: 'payment_files_run_format_part_unique',
      })
    })
  }

  async down() {
    this.schema.dropTable('payment_files')
  }
}
