import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('coupons', (table) => {
      this.workspace(table)
      this.reference(table, 'affiliate_id', 'affiliates').notNullable()
      this.reference(table, 'campaign_id', 'campaigns').notNullable()
      table.string('code', 64).notNullable()

      table.unique(['workspace_id', 'code'], { indexName: 'coupons_workspace_code_unique' })
      table.index(['affiliate_id'], 'coupons_affiliate_index')
    })
  }

  async down() {
    this.schema.dropTable('coupons')
  }
}
