import { Migration } from '#database/migration'

export default class extends Migration {
  /** Clicks per link and day of the workspace's time zone, counted by a job; what reports and lists read. */
  async up() {
    this.schema.createTable('daily_clicks', (table) => {
      table.string('link_id', 40).notNullable()
      table.string('day', 10).notNullable()
      table.string('workspace_id', 40).notNullable()
      table.string('affiliate_id', 40).notNullable()
      table.string('campaign_id', 40).notNullable()
      table.integer('clicks').notNullable()
      table.integer('marked').notNullable()

      table.primary(['link_id', 'day'], 'daily_clicks_primary')
      // Charts of one workspace.
      table.index(['workspace_id', 'day'], 'daily_clicks_workspace_day_index')
    })
  }

  async down() {
    this.schema.dropTable('daily_clicks')
  }
}
