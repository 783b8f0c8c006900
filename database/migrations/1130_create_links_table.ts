import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('links', (table) => {
      this.workspace(table)
      this.reference(table, 'affiliate_id', 'affiliates').notNullable()
      this.reference(table, 'campaign_id', 'campaigns').notNullable()
      // One host serves all workspaces, so a ref_param is one link's on the whole instance.
      table.string('ref_param', 64).notNullable().unique({ indexName: 'links_ref_param_unique' })
      // Counts up in its workspace and is never given again, for clients that know links by a number.
      table.integer('number').notNullable()
      table.text('destination_url')
      table.string('name', 120)
      // Terms of its own, which come before those of the enrollment and the campaign.
      table.json('reward')
      this.caps(table)
      table.json('duration')

      table.unique(['workspace_id', 'number'], { indexName: 'links_workspace_number_unique' })
      // Lists, newest first; the links of one affiliate and of one campaign.
      table.index(['workspace_id', 'id'], 'links_workspace_id_index')
      table.index(['affiliate_id'], 'links_affiliate_index')
      table.index(['campaign_id'], 'links_campaign_index')
    })
  }

  async down() {
    this.schema.dropTable('links')
  }
}
