import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('enrollments', (table) => {
      this.workspace(table)
      this.reference(table, 'affiliate_id', 'affiliates').notNullable()
      this.reference(table, 'campaign_id', 'campaigns').notNullable()
      this.oneOf(table, 'state', ['pending', 'active', 'rejected', 'ended']).notNullable()
      table.json('reward')
      this.caps(table)
      table.json('duration')

      table.unique(['campaign_id', 'affiliate_id'], {
        indexName: 'enrollments_campaign_affiliate_unique',
      })
      // The campaigns of one affiliate.
      table.index(['affiliate_id'], 'enrollments_affiliate_index')
      table.index(['workspace_id', 'id'], 'enrollments_workspace_id_index')
    })
  }

  async down() {
    this.schema.dropTable('enrollments')
  }
}
