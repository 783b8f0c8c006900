import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('left_outs', (table) => {
      this.workspace(table)
      this.reference(table, 'run_id', 'payout_runs').notNullable()
      this.reference(table, 'affiliate_id', 'affiliates').notNullable()
      this.amount(table).notNullable()
      this.currency(table).notNullable()
      this.oneOf(table, 'reason', [
        'below_minimum',
        'not_above_zero',
        'affiliate_not_active',
        'excluded',
        'method_refuses_currency',
      ]).notNullable()

      table.unique(['run_id', 'affiliate_id'], { indexName: 'left_outs_run_affiliate_unique' })
    })
  }

  async down() {
    this.schema.dropTable('left_outs')
  }
}
