import { Migration } from '#database/migration'

export default class extends Migration {
  /**
   * What came in and went out on each day of the workspace's time zone, counted by a job; what reports read.
   * A text is empty where there is none: a lead has no currency, a bonus no link.
   */
  async up() {
    this.schema.createTable('daily_sums', (table) => {
      this.word(table, 'workspace_id').notNullable()
      table.string('day', 10).notNullable()
      table.string('currency', 3).notNullable()
      this.word(table, 'campaign_id').notNullable()
      this.word(table, 'affiliate_id').notNullable()
      this.word(table, 'link_id').notNullable()
      table.integer('conversions').notNullable()
      this.amount(table, 'sold').notNullable()
      this.amount(table, 'refunded').notNullable()
      this.amount(table, 'commissions').notNullable()
      this.amount(table, 'payouts').notNullable()

      // Reports: some days of one workspace.
      table.primary(
        ['workspace_id', 'day', 'currency', 'campaign_id', 'affiliate_id', 'link_id'],
        'daily_sums_primary'
      )
    })
  }

  async down() {
    this.schema.dropTable('daily_sums')
  }
}
